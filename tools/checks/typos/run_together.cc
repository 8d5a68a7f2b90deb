#include "checks/typos/run_together.h"

#include <algorithm>

#include "checks/speller.h"
#include "checks/speller_english.h"
#include "knowledge/vocabulary.h"
#include "text/utf8.h"

namespace quizlint {
namespace {

/// Words that end or begin no compound.
bool is_little(std::string_view lower) {
  constexpr std::string_view kLittle[] = {
      "a",     "about", "all",  "also",  "an",    "and",  "are",  "as",    "at",     "be",  "because", "but",  "by",
      "can",   "could", "do",   "does",  "each",  "for",  "from", "has",   "have",   "how", "if",      "in",   "into",
      "is",    "it",    "its",  "not",   "of",    "on",   "or",   "our",   "should", "so",  "than",    "that", "the",
      "their", "them",  "then", "there", "these", "they", "this", "those", "though", "to",  "two",     "was",  "we",
      "were",  "what",  "when", "which", "while", "will", "with", "would", "you",    "your"};
  return std::ranges::binary_search(kLittle, lower);
}

int frequency_of(std::string_view lower) {
  const std::optional<WordInfo> info = look_up(lower);
  return info && info->source == WordSource::dictionary && !info->capitalised ? info->frequency : 0;
}

struct Cut {
  std::size_t at = 0;
  int score = 0;
};

/// The best place for a blank in a word in lower case.
Cut best_cut(std::string_view lower) {
  Cut best;
  const bool often = is_often_joined(lower);
  for (std::size_t at = often ? 1 : 2; at + 2 <= lower.size(); ++at) {
    const std::string_view left = lower.substr(0, at), right = lower.substr(at);
    const bool little = is_little(left) || is_little(right);
    if (!little && !often) continue;
    const int a = frequency_of(left), b = frequency_of(right);
    if (a < 8 || b < 8) continue;
    if (a + b > best.score) best = {at, a + b};
  }
  return best;
}

/// "CPUand", "Arole": capitals show where the first word ends.
std::optional<std::size_t> cut_behind_capitals(std::string_view word) {
  std::size_t capitals = 0;
  while (capitals < word.size() && word[capitals] >= 'A' && word[capitals] <= 'Z') ++capitals;
  const std::string_view rest = word.substr(capitals);
  if (!std::ranges::all_of(rest, [](char c) { return c >= 'a' && c <= 'z'; })) return std::nullopt;
  constexpr std::string_view kBehindAcronym[] = {"and", "are", "for", "from", "in",  "is",
                                                 "of",  "or",  "the", "to",   "with"};
  const bool acronym = capitals >= 2 && std::ranges::find(kBehindAcronym, rest) != std::end(kBehindAcronym);
  const bool article =
      capitals == 1 && word[0] == 'A' && rest.size() >= 4 && frequency_of(rest) >= 9 && !is_english(plain_lower(word));
  return acronym || article ? std::optional(capitals) : std::nullopt;
}

/// Whether the correction only has one letter fewer or more where two are the same: "alllow" is no "all low".
bool is_doubling(std::string_view lower, const Verdict& verdict) {
  const auto undoubled = [](std::string_view word) {
    std::string out;
    for (const char c : word)
      if (out.empty() || out.back() != c) out += c;
    return out;
  };
  const std::string meant = plain_lower(verdict.corrections[0].word);
  const std::size_t longer = std::max(lower.size(), meant.size()), shorter = std::min(lower.size(), meant.size());
  return longer == shorter + 1 && undoubled(lower) == undoubled(meant);
}

}  // namespace

bool is_often_joined(std::string_view lower) {
  constexpr std::string_view kPairs[] = {"alot",   "atleast", "atmost",   "eventhough", "highlevel", "howto",
                                         "infact", "inorder", "lowlevel", "ofcourse",   "usecase",   "usecases"};
  constexpr std::size_t kShortest = 4;
  return lower.size() >= kShortest && std::ranges::binary_search(kPairs, lower);
}

std::optional<std::string> run_together(std::string_view word, const Verdict& verdict) {
  constexpr double kSlip = 3;  ///< a misspelling beyond so much doubt is one
  constexpr int kSure = 21;    ///< twice the sum of the Zipf values: each of the words is among the commonest
  const auto cut_at = [&](std::size_t at) {
    return std::string(word.substr(0, at)) + ' ' + std::string(word.substr(at));
  };
  if (!std::ranges::all_of(word, is_ascii_letter)) return std::nullopt;
  if (const auto at = cut_behind_capitals(word)) return cut_at(*at);
  const std::string lower = plain_lower(word);
  if (lower.substr(1) != word.substr(1)) return std::nullopt;
  if (lower == "howto") return word[0] == 'H' ? std::optional(cut_at(3)) : std::nullopt;
  const bool known_pair = is_often_joined(lower);
  if (!known_pair && (lower.size() < 6 || is_english(lower))) return std::nullopt;
  if (!known_pair && verdict.kind == Verdict::Kind::misspelling &&
      (verdict.margin > kSlip || is_doubling(lower, verdict)))
    return std::nullopt;
  const Cut cut = best_cut(lower);
  if (cut.at == 0 || (cut.score < kSure && !known_pair)) return std::nullopt;
  return cut_at(cut.at);
}

}  // namespace quizlint
