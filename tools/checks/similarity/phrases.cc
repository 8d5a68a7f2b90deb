#include "checks/similarity/phrases.h"

#include <algorithm>

namespace quizlint {
namespace {

/// Whether a rule whose `from` stands at the begin of `here` holds there.
bool holds_at(const PhraseRule& rule, std::span<const WordId> here, bool at_start) {
  if (rule.at_start && !at_start) return false;
  if (!rule.gap) return true;
  return here.size() > rule.length() && std::ranges::equal(rule.tail, here.last(rule.tail.size()));
}

}  // namespace

Phrases::NodeId Phrases::node_behind(NodeId node, WordId word) const {
  const auto& next = nodes_[node].next;
  const auto at = std::ranges::lower_bound(next, word, {}, &std::pair<WordId, NodeId>::first);
  return at == next.end() || at->first != word ? kNobody : at->second;
}

Phrases::NodeId Phrases::grow(NodeId node, WordId word) {
  if (const NodeId known = node_behind(node, word); known != kNobody) return known;
  const auto grown = static_cast<NodeId>(nodes_.size());
  nodes_.emplace_back();
  auto& next = nodes_[node].next;
  next.insert(std::ranges::lower_bound(next, word, {}, &std::pair<WordId, NodeId>::first), {word, grown});
  return grown;
}

void Phrases::add(PhraseRule rule) {
  if (rule.from.empty()) return;
  const WordId first = rule.from.front();
  if (roots_.size() <= first) roots_.resize(first + 1, kNobody);
  if (roots_[first] == kNobody) {
    roots_[first] = static_cast<NodeId>(nodes_.size());
    nodes_.emplace_back();
  }
  NodeId node = roots_[first];
  for (std::size_t i = 1; i < rule.from.size(); ++i) node = grow(node, rule.from[i]);
  std::vector<std::uint32_t>& here = nodes_[node].rules;
  const auto shorter = [&](std::uint32_t other) { return rules_[other].length() < rule.length(); };
  here.insert(std::ranges::find_if(here, shorter), static_cast<std::uint32_t>(rules_.size()));
  rules_.push_back(std::move(rule));
}

const PhraseRule* Phrases::match(std::span<const WordId> clause, std::size_t at) const {
  const std::span<const WordId> here = clause.subspan(at);
  const PhraseRule* best = nullptr;
  NodeId node = begins(here[0]) ? roots_[here[0]] : kNobody;
  for (std::size_t depth = 1; node != kNobody; ++depth) {
    for (const std::uint32_t id : nodes_[node].rules) {
      const PhraseRule& rule = rules_[id];
      if (!holds_at(rule, here, at == 0)) continue;
      const bool better =
          best == nullptr || rule.length() > best->length() || (rule.length() == best->length() && &rule < best);
      if (better) best = &rule;
      break;
    }
    node = depth < here.size() ? node_behind(node, here[depth]) : kNobody;
  }
  return best;
}

void Phrases::rewrite_clause(std::span<const WordId> words, std::span<const WordId> clause,
                             std::vector<WordId>& out) const {
  for (std::size_t at = 0; at < clause.size();) {
    const PhraseRule* rule = match(clause, at);
    if (rule == nullptr) {
      out.push_back(words[at++]);
      continue;
    }
    out.insert(out.end(), rule->to.begin(), rule->to.end());
    at += rule->from.size();
    clause = clause.first(clause.size() - rule->tail.size());
  }
}

void Phrases::rewrite(std::span<const WordId> words, std::span<const WordId> keys, WordId stop,
                      std::vector<WordId>& out) const {
  out.clear();
  if (std::ranges::none_of(keys, [&](WordId key) { return begins(key); })) {
    out.assign(words.begin(), words.end());
    return;
  }
  for (std::size_t at = 0; at < words.size();) {
    const auto end = static_cast<std::size_t>(std::ranges::find(words.begin() + at, words.end(), stop) - words.begin());
    rewrite_clause(words.subspan(at, end - at), keys.subspan(at, end - at), out);
    if (end < words.size()) out.push_back(stop);
    at = end + 1;
  }
}

}  // namespace quizlint
