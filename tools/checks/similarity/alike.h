#pragma once

#include <cstdint>
#include <vector>

#include "checks/similarity/corpus.h"

namespace quizlint {

/// How alike two questions are, the more alike the later.
enum class Tier : std::uint8_t { none, paraphrase, near, exact };

struct Likeness {
  Tier tier = Tier::none;
  double score = 0;  ///< 0 to 1
};

/// One way to say how alike two wordings are. A model of sentence embeddings may join the list.
struct Scorer {
  Tier tier;  ///< what its score speaks of
  /// 0 where it is sure that they are not the same question.
  double (*score)(const Lexicon& lexicon, const Corpus& corpus, TextId a, TextId b);
};

/// The scorers, the surest first.
std::span<const Scorer> scorers();

/// Whether each piece of code of one wording stands in the other: as the same code, or unmarked.
bool same_code(const Lexicon& lexicon, std::span<const WordId> a, std::span<const WordId> b);

/// Whether any scorer could find two wordings alike; quick.
bool may_be_alike(const Corpus& corpus, TextId a, TextId b);

/// The best that a scorer says, where it reaches the threshold of its tier.
Likeness likeness_of(const Lexicon& lexicon, const Corpus& corpus, TextId a, TextId b, double near, double paraphrase);

double near_score(const Lexicon& lexicon, const Corpus& corpus, TextId a, TextId b);
double paraphrase_score(const Lexicon& lexicon, const Corpus& corpus, TextId a, TextId b);

/// The forms in an order in which phrases that may stand elsewhere have one place: two near duplicates share it.
std::vector<WordId> settled_order(const Lexicon& lexicon, std::span<const WordId> forms);
/// What a question is about: the senses of its words of matter, sorted. Paraphrases share it.
std::vector<WordId> matter_of(const Lexicon& lexicon, std::span<const WordId> meanings);

}  // namespace quizlint
