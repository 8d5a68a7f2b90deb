#include "checks/similarity/alike.h"

#include <algorithm>

#include "text/utf8.h"

namespace quizlint {
namespace {

bool is_code(const Lexicon& lexicon, WordId word) {
  return lexicon.text(word).starts_with('`');
}

bool stands_in(const Lexicon& lexicon, WordId code, std::span<const WordId> words) {
  const std::string plain = ascii_lower(lexicon.text(code).substr(1));
  return std::ranges::any_of(words, [&](WordId word) { return word == code || lexicon.text(word) == plain; });
}

bool covers(const Lexicon& lexicon, std::span<const WordId> all, std::span<const WordId> others) {
  return std::ranges::all_of(others,
                             [&](WordId word) { return !is_code(lexicon, word) || stands_in(lexicon, word, all); });
}

}  // namespace

bool same_code(const Lexicon& lexicon, std::span<const WordId> a, std::span<const WordId> b) {
  return covers(lexicon, a, b) && covers(lexicon, b, a);
}

std::span<const Scorer> scorers() {
  static constexpr Scorer kScorers[] = {{Tier::near, near_score}, {Tier::paraphrase, paraphrase_score}};
  return kScorers;
}

Likeness likeness_of(const Lexicon& lexicon, const Corpus& corpus, TextId a, TextId b, double near, double paraphrase) {
  if (!same_code(lexicon, corpus.words_of(a), corpus.words_of(b))) return {};
  for (const Scorer& scorer : scorers()) {
    const double threshold = scorer.tier == Tier::near ? near : paraphrase;
    const double score = scorer.score(lexicon, corpus, a, b);
    if (score > 0 && score >= threshold - 1e-9) return {scorer.tier, score};
  }
  return {};
}

}  // namespace quizlint
