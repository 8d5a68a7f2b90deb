#include "report/words.h"

#include <algorithm>
#include <map>
#include <string_view>

#include <fmt/format.h>

namespace quizlint {
namespace {

constexpr std::size_t kPlaces = 3;

}  // namespace

std::vector<UnknownWord> unknown_words(const Outcome& outcome) {
  std::map<std::string_view, UnknownWord> words;
  for (const Finding& finding : outcome.findings) {
    if (finding.check != kUnknownWordCheck) continue;
    UnknownWord& word = words[finding.subject];
    word.word = finding.subject;
    ++word.count;
    if (word.places.size() < kPlaces) word.places.push_back(fmt::format("{}:{}", finding.path, finding.begin.line));
  }
  std::vector<UnknownWord> sorted;
  for (auto& [name, word] : words) sorted.push_back(std::move(word));
  std::ranges::stable_sort(sorted, std::greater(), &UnknownWord::count);
  return sorted;
}

Tally told_tally(const Outcome& outcome) {
  Tally tally = tally_of(outcome);
  for (const Finding& finding : outcome.findings)
    if (finding.check == kUnknownWordCheck) --tally.by_severity[static_cast<std::size_t>(finding.severity)];
  return tally;
}

}  // namespace quizlint
