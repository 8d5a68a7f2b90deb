#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json_fwd.hpp>

namespace quizlint {

/// A value on one line. Bytes that are not UTF-8 become U+FFFD.
std::string json_text(const nlohmann::ordered_json& value);

/// Writes an object member by member, on one line: what nlohmann-json would print of it, without building it first.
/// Reports of large runs hold a hundred thousand findings.
class JsonObject {
 public:
  explicit JsonObject(std::string& to) : to_(to) { to_ += '{'; }
  void add(std::string_view name, std::string_view text);
  void add(std::string_view name, std::uint64_t number);
  /// Begins a member whose value, JSON already, the caller appends.
  void begin(std::string_view name);
  void close() { to_ += '}'; }

 private:
  std::string& to_;
  bool first_ = true;
};

/// Writes a list with each item, written already, on a line of its own.
class JsonList {
 public:
  explicit JsonList(std::string& to) : to_(to) { to_ += '['; }
  void add(std::string_view item);
  /// Begins an item that the caller appends.
  void begin();
  void close() { to_ += ']'; }

 private:
  std::string& to_;
  bool first_ = true;
};

/// A list with each item, written already, on a line of its own.
std::string json_list(const std::vector<std::string>& items);

}  // namespace quizlint
