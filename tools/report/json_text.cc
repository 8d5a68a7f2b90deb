#include "report/json_text.h"

#include <nlohmann/json.hpp>

namespace quizlint {

std::string json_text(const nlohmann::ordered_json& value) {
  return value.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
}

void JsonList::add(std::string_view item) {
  to_ += first_ ? "\n  " : ",\n  ";
  to_ += item;
  first_ = false;
}

std::string json_list(const std::vector<std::string>& items) {
  std::string out;
  JsonList list(out);
  for (const std::string& item : items) list.add(item);
  list.close();
  return out;
}

}  // namespace quizlint
