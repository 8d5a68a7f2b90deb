#include "report/json_text.h"

#include <algorithm>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace quizlint {

std::string json_text(const nlohmann::ordered_json& value) {
  return value.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
}

namespace {

bool is_itself(char c) {
  return static_cast<unsigned char>(c) >= 0x20 && static_cast<unsigned char>(c) < 0x80 && c != '"' && c != '\\';
}

}  // namespace

void JsonObject::begin(std::string_view name) {
  if (!first_) to_ += ',';
  first_ = false;
  to_ += '"';
  to_ += name;
  to_ += "\":";
}

void JsonObject::add(std::string_view name, std::string_view text) {
  begin(name);
  if (!std::ranges::all_of(text, is_itself)) {
    to_ += json_text(nlohmann::ordered_json(text));
    return;
  }
  to_ += '"';
  to_ += text;
  to_ += '"';
}

void JsonObject::add(std::string_view name, std::uint64_t number) {
  begin(name);
  fmt::format_to(std::back_inserter(to_), "{}", number);
}

void JsonList::begin() {
  to_ += first_ ? "\n  " : ",\n  ";
  first_ = false;
}

void JsonList::add(std::string_view item) {
  begin();
  to_ += item;
}

std::string json_list(const std::vector<std::string>& items) {
  std::string out;
  JsonList list(out);
  for (const std::string& item : items) list.add(item);
  list.close();
  return out;
}

}  // namespace quizlint
