#include "report/json_text.h"

#include <nlohmann/json.hpp>

namespace quizlint {

std::string json_text(const nlohmann::ordered_json& value) {
  return value.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
}

std::string json_list(const std::vector<std::string>& items) {
  std::string out = "[";
  for (const std::string& item : items) out += (out.size() == 1 ? "\n  " : ",\n  ") + item;
  return out + "]";
}

}  // namespace quizlint
