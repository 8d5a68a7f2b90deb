#include "engine/word_uses.h"

#include <algorithm>
#include <map>

#include "checks/speller_english.h"

namespace quizlint {
namespace {

/// How often each way to write a word stands there, and the rest of what is known of it.
struct Gathered {
  std::map<std::string, std::size_t> spellings;
  WordUse word;
};

std::string most_frequent(const std::map<std::string, std::size_t>& spellings) {
  return std::ranges::max_element(spellings, {}, [](const auto& each) { return each.second; })->first;
}

std::string correction_in(const Finding& finding) {
  return finding.fixes.empty() || finding.fixes[0].edits.empty() ? "" : finding.fixes[0].edits[0].text;
}

}  // namespace

std::vector<std::string> checks_of_unknown_words() {
  return {"typos/misspelling", "typos/unknown-word"};
}

std::vector<WordUse> word_uses(const Outcome& outcome) {
  const std::vector<std::string> checks = checks_of_unknown_words();
  std::map<std::string, Gathered> by_word;
  for (const Finding& finding : outcome.findings) {
    if (std::ranges::find(checks, finding.check) == checks.end()) continue;
    Gathered& gathered = by_word[plain_lower(finding.subject)];
    ++gathered.spellings[finding.subject];
    gathered.word.places.push_back({finding.path, finding.begin});
    if (gathered.word.correction.empty()) gathered.word.correction = correction_in(finding);
  }
  std::vector<WordUse> words;
  for (auto& [lower, gathered] : by_word) {
    gathered.word.word = most_frequent(gathered.spellings);
    words.push_back(std::move(gathered.word));
  }
  std::ranges::stable_sort(words, std::ranges::greater{}, [](const WordUse& word) { return word.places.size(); });
  return words;
}

}  // namespace quizlint
