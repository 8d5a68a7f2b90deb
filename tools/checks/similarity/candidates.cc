#include "checks/similarity/candidates.h"

#include <algorithm>
#include <numeric>

#include "bank/hash.h"

namespace quizlint {
namespace {

/// Of the wordings that share a key, each is compared with so many of the first.
constexpr std::size_t kLeaders = 64;

struct Keyed {
  std::uint64_t key;
  TextId id;
  constexpr auto operator<=>(const Keyed&) const = default;
};

void visit_blocks(std::vector<Keyed>& keyed, const VisitPair& visit) {
  std::ranges::sort(keyed);
  for (std::size_t begin = 0, end = 0; begin < keyed.size(); begin = end) {
    while (end < keyed.size() && keyed[end].key == keyed[begin].key) ++end;
    for (std::size_t i = begin + 1; i < end; ++i)
      for (std::size_t k = begin; k < std::min(i, begin + kLeaders); ++k) visit(keyed[k].id, keyed[i].id);
  }
}

}  // namespace

void each_candidate(const Corpus& corpus, const VisitPair& visit) {
  std::vector<Keyed> keyed;
  keyed.reserve(corpus.size());
  for (TextId id = 0; id < corpus.size(); ++id)
    if (corpus.wordings[id].order != 0) keyed.push_back({corpus.wordings[id].order, id});
  visit_blocks(keyed, visit);
  keyed.clear();
  for (TextId id = 0; id < corpus.size(); ++id)
    if (corpus.wordings[id].english && corpus.wordings[id].matter != 0)
      keyed.push_back({corpus.wordings[id].matter, id});
  visit_blocks(keyed, visit);
  keyed = {};
  overlapping_pairs(corpus, visit);
}

}  // namespace quizlint
