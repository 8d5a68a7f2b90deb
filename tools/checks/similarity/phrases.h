#pragma once

#include <span>
#include <vector>

#include "checks/similarity/interner.h"

namespace quizlint {

/// A run of words that is written otherwise: `from` becomes `to`.
struct PhraseRule {
  std::vector<WordId> from;
  std::vector<WordId> tail;  ///< where the rule has a gap ("what does * mean"): what must end the clause
  std::vector<WordId> to;
  bool gap = false;
  bool at_start = false;  ///< only where a clause begins
};

/// Rules by their first word, the longest first.
class Phrases {
 public:
  void add(PhraseRule rule);
  bool begins(WordId word) const { return word < groups_of_.size() && groups_of_[word] != 0; }
  /// `words` rewritten from left to right, each word by at most one rule. `stop` ends a clause. Rules are matched
  /// against `keys`, as many as there are words. `out` must be another vector.
  void rewrite(std::span<const WordId> words, std::span<const WordId> keys, WordId stop,
               std::vector<WordId>& out) const;

 private:
  /// A rule behind what rules it out at a glance.
  struct Entry {
    std::uint32_t shortest;  ///< words of a clause that it needs
    WordId second;           ///< of `from`; the first where it has no other
    PhraseRule rule;
  };
  const PhraseRule* match(std::span<const WordId> clause, std::size_t at) const;
  void rewrite_clause(std::span<const WordId> words, std::span<const WordId> clause, std::vector<WordId>& out) const;

  std::vector<std::uint32_t> groups_of_;  // by first word; 0 where no rule begins, else the place in groups_ and 1
  std::vector<std::vector<Entry>> groups_;
};

}  // namespace quizlint
