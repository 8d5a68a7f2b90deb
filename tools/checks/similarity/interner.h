#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

namespace quizlint {

using WordId = std::uint32_t;

/// Gives each distinct string a number, from 0. The strings live as long as the interner.
class Interner {
 public:
  WordId intern(std::string_view text);
  /// The number of a string that was seen, or size().
  WordId find(std::string_view text) const;
  std::string_view text(WordId id) const { return entries_[id].text; }
  WordId size() const { return static_cast<WordId>(entries_.size()); }

 private:
  struct Entry {
    std::string_view text;
    std::uint64_t hash;
  };
  std::size_t slot_of(std::string_view text, std::uint64_t hash) const;
  std::string_view keep(std::string_view text);
  void grow();

  std::vector<Entry> entries_;
  std::vector<WordId> slots_;  // id + 1, 0 where free; the size is a power of two
  std::deque<std::string> blocks_;
};

}  // namespace quizlint
