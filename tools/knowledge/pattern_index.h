#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace quizlint {

struct Rule;
struct RulePattern;

/// The text in lower case (Unicode, one code point to one), as literals are compared. Bytes that are no UTF-8 stay.
std::string lowered(std::string_view text);

/// Finds, in one pass over a text, the patterns of many rules that can match in it: those of which a literal occurs
/// and those that need none. Every place of the text is looked up by the hashes of its next three and six bytes.
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
    std::string_view chars;  ///< with its edges, see literals.h
    Entry entry;
  };

  /// Literals by the hash of so many of their first bytes.
  struct Table {
    std::vector<std::uint64_t> present = std::vector<std::uint64_t>(1024);  ///< a bit for each hash
    std::vector<Literal> literals;                                          ///< sorted by hash

    bool may_hold(std::uint32_t hash) const { return (present[hash / 64] >> (hash % 64) & 1) != 0; }
    /// Adds the patterns of the literals of that hash that stand at `at`.
    void look_up(std::uint32_t hash, std::string_view text, std::size_t at, std::vector<Entry>& found) const;
  };

  static constexpr std::size_t kShort = 3, kLong = 6;

  void add(const RulePattern& pattern, Entry entry);

  Table short_, long_;  ///< three bytes are those of frequent words, so longer literals go by six
  std::vector<Entry> always_;
};

}  // namespace quizlint
