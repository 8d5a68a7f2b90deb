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
  std::string_view text(WordId id) const { return texts_[id]; }
  WordId size() const { return static_cast<WordId>(texts_.size()); }

 private:
  /// Two words of one hash of 64 bits are not met, so that a look costs one place in memory.
  struct Slot {
    std::uint64_t hash = 0;
    WordId id = 0;  ///< and 1; 0 where the slot is free
  };
  std::size_t slot_of(std::uint64_t hash) const;
  std::string_view keep(std::string_view text);
  void grow();

  std::vector<std::string_view> texts_;
  std::vector<Slot> slots_;  // as many as a power of two
  std::deque<std::string> blocks_;
};

}  // namespace quizlint
