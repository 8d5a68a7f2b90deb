#include "checks/similarity/alike.h"

namespace quizlint {

std::span<const Scorer> scorers() {
  static constexpr Scorer kScorers[] = {{Tier::near, near_score}, {Tier::paraphrase, paraphrase_score}};
  return kScorers;
}

Likeness likeness_of(const Lexicon& lexicon, const Corpus& corpus, TextId a, TextId b, double near, double paraphrase) {
  for (const Scorer& scorer : scorers()) {
    const double threshold = scorer.tier == Tier::near ? near : paraphrase;
    const double score = scorer.score(lexicon, corpus, a, b);
    if (score > 0 && score >= threshold - 1e-9) return {scorer.tier, score};
  }
  return {};
}

}  // namespace quizlint
