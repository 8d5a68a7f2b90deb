#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json_fwd.hpp>

namespace quizlint {

/// A value on one line. Bytes that are not UTF-8 become U+FFFD.
std::string json_text(const nlohmann::ordered_json& value);

/// Writes a list with each item, written already, on a line of its own.
class JsonList {
 public:
  explicit JsonList(std::string& to) : to_(to) { to_ += '['; }
  void add(std::string_view item);
  void close() { to_ += ']'; }

 private:
  std::string& to_;
  bool first_ = true;
};

/// A list with each item, written already, on a line of its own.
std::string json_list(const std::vector<std::string>& items);

}  // namespace quizlint
