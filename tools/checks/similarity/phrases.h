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

  std::size_t length() const { return from.size() + tail.size(); }
};

/// Rules as a tree of their words. Where several match the longest does, of those the first.
class Phrases {
 public:
  void add(PhraseRule rule);
  bool begins(WordId word) const { return word < roots_.size() && roots_[word] != kNobody; }
  /// `words` rewritten from left to right, each word by at most one rule. `stop` ends a clause. Rules are matched
  /// against `keys`, as many as there are words. `out` must be another vector.
  void rewrite(std::span<const WordId> words, std::span<const WordId> keys, WordId stop,
               std::vector<WordId>& out) const;

 private:
  using NodeId = std::uint32_t;
  static constexpr NodeId kNobody = 0;
  /// A run of words that some rule begins with.
  struct Node {
    std::vector<std::pair<WordId, NodeId>> next;  ///< by the word that follows, sorted
    std::vector<std::uint32_t> rules;             ///< whose `from` this is: the longest first
  };
  NodeId node_behind(NodeId node, WordId word) const;
  NodeId grow(NodeId node, WordId word);
  const PhraseRule* match(std::span<const WordId> clause, std::size_t at) const;
  void rewrite_clause(std::span<const WordId> words, std::span<const WordId> clause, std::vector<WordId>& out) const;

  std::vector<PhraseRule> rules_;
  std::vector<Node> nodes_ = std::vector<Node>(1);  // the first is nobody's
  std::vector<NodeId> roots_;                       // by first word
};

}  // namespace quizlint
