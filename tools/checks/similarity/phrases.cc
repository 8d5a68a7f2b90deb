#include "checks/similarity/phrases.h"

#include <algorithm>

namespace quizlint {
namespace {

std::size_t length_of(const PhraseRule& rule) {
  return rule.from.size() + rule.tail.size();
}

}  // namespace

void Phrases::add(PhraseRule rule) {
  if (rule.from.empty()) return;
  const WordId first = rule.from.front();
  if (begins_.size() <= first) begins_.resize(first + 1);
  begins_[first] = true;
  std::vector<PhraseRule>& rules = rules_[first];
  const auto at = std::ranges::find_if(rules, [&](const PhraseRule& r) { return length_of(r) < length_of(rule); });
  rules.insert(at, std::move(rule));
}

const PhraseRule* Phrases::match(std::span<const WordId> clause, std::size_t at) const {
  if (!begins(clause[at])) return nullptr;
  const std::span<const WordId> here = clause.subspan(at);
  for (const PhraseRule& rule : rules_.at(clause[at])) {
    if (rule.at_start && at > 0) continue;
    if (here.size() < length_of(rule) + (rule.gap ? 1 : 0)) continue;
    if (!std::ranges::equal(rule.from, here.first(rule.from.size()))) continue;
    if (rule.gap && !std::ranges::equal(rule.tail, here.last(rule.tail.size()))) continue;
    return &rule;
  }
  return nullptr;
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
  for (std::size_t at = 0; at < words.size();) {
    const auto end = static_cast<std::size_t>(std::ranges::find(words.begin() + at, words.end(), stop) - words.begin());
    rewrite_clause(words.subspan(at, end - at), keys.subspan(at, end - at), out);
    if (end < words.size()) out.push_back(stop);
    at = end + 1;
  }
}

}  // namespace quizlint
