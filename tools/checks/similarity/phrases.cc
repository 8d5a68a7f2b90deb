#include "checks/similarity/phrases.h"

#include <algorithm>

namespace quizlint {

void Phrases::add(PhraseRule rule) {
  if (rule.from.empty()) return;
  const WordId first = rule.from.front();
  if (groups_of_.size() <= first) groups_of_.resize(first + 1);
  if (groups_of_[first] == 0) {
    groups_.emplace_back();
    groups_of_[first] = static_cast<std::uint32_t>(groups_.size());
  }
  std::vector<Entry>& entries = groups_[groups_of_[first] - 1];
  const auto length = [](const PhraseRule& r) { return r.from.size() + r.tail.size(); };
  const auto at = std::ranges::find_if(entries, [&](const Entry& entry) { return length(entry.rule) < length(rule); });
  const std::size_t shortest = length(rule) + (rule.gap ? 1 : 0);
  const WordId second = rule.from[rule.from.size() > 1 ? 1 : 0];
  entries.insert(at, {static_cast<std::uint32_t>(shortest), second, std::move(rule)});
}

const PhraseRule* Phrases::match(std::span<const WordId> clause, std::size_t at) const {
  if (!begins(clause[at])) return nullptr;
  const std::span<const WordId> here = clause.subspan(at);
  for (const Entry& entry : groups_[groups_of_[clause[at]] - 1]) {
    const PhraseRule& rule = entry.rule;
    if (here.size() < entry.shortest || (rule.at_start && at > 0)) continue;
    if (rule.from.size() > 1 && entry.second != here[1]) continue;
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
