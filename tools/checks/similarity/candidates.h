#pragma once

#include <functional>

#include "checks/similarity/alike.h"

namespace quizlint {

using VisitPair = std::function<void(TextId, TextId)>;

/// Calls `visit` with pairs that may be alike, a < b, some of them more than once: wordings that agree in
/// settled_order or in matter_of, and all whose words in runs of three are alike (overlapping_pairs). Takes time that
/// grows with the number of wordings, whatever they are: a wording meets at most some hundred others a key.
void each_candidate(const Corpus& corpus, const VisitPair& visit);

/// The Jaccard similarity of runs of three words from which overlapping_pairs finds a pair.
inline constexpr double kOverlap = 0.6;

/// Calls `visit` for the pairs of wordings whose sets of runs of three words have a Jaccard similarity of kOverlap or
/// more: a prefix-filter join (AllPairs, Bayardo and others 2007, with the positions of PPJoin, Xiao and others 2008)
/// over the runs, the rarest first.
void overlapping_pairs(const Corpus& corpus, const VisitPair& visit);

}  // namespace quizlint
