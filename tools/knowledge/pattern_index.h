#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace quizlint {

struct Rule;

/// The text in lower case (Unicode, one code point to one), as literals are compared. Bytes that are no UTF-8 stay.
std::string lowered(std::string_view text);

/// Finds, in one pass over a text, the patterns of many rules that can match in it: those of which a literal occurs
/// and those that need none. Every position of the text is looked up once by the hash of its next three bytes.
class PatternIndex {
 public:
  /// A pattern by its rule's and its own place in the rules that were indexed.
  struct Entry {
    std::uint32_t rule = 0;
    std::uint32_t pattern = 0;
    constexpr auto operator<=>(const Entry&) const = default;
  };

  explicit PatternIndex(std::span<const Rule> rules);

  /// The patterns that can match in `text`, which is in lower case; sorted. Replaces what `found` held.
  void candidates(std::string_view text, std::vector<Entry>& found) const;

 private:
  struct Literal {
    std::uint32_t hash = 0;
    std::string_view chars;
    Entry entry;
  };

  std::vector<std::uint64_t> present_;  ///< a bit for each hash of a literal's first three bytes
  std::vector<std::uint32_t> first_;    ///< by hash: where its literals begin
  std::vector<Literal> literals_;       ///< sorted by hash
  std::vector<Entry> always_;
};

}  // namespace quizlint
