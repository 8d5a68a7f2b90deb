#include <algorithm>
#include <bit>
#include <cmath>
#include <numeric>

#include "bank/hash.h"
#include "checks/similarity/candidates.h"

namespace quizlint {
namespace {

/// A run of three words: above, in 5 bits, how often it stands in the corpus (as a power of two), below 27 bits of its
/// hash. So sets that are sorted as numbers have their rare runs first. A clash of two runs costs a look, no more.
using Run = std::uint32_t;
constexpr int kHashBits = 27;
constexpr Run kHashMask = (Run{1} << kHashBits) - 1;

/// A wording looks at so many of the latest others that share one of its rare runs; in natural banks a rare run has
/// fewer. So the join takes linear time where a million questions share their words.
constexpr std::size_t kLatest = 200;
/// Of longer wordings the first runs are compared: a question of 10 MB costs no more than that.
constexpr std::size_t kMostRuns = 4096;

/// The sets of runs of all wordings, end to end.
struct RunSets {
  std::vector<Run> runs;
  std::vector<std::size_t> begins = {0};

  std::size_t size() const { return begins.size() - 1; }
  std::span<Run> of(std::size_t i) { return std::span(runs).subspan(begins[i], begins[i + 1] - begins[i]); }
};

void append_runs(std::span<const WordId> words, std::vector<Run>& to) {
  const auto begin = static_cast<std::ptrdiff_t>(to.size());
  const std::size_t length = std::min<std::size_t>(3, words.size());
  for (std::size_t i = 0; length > 0 && i + length <= words.size() && i < kMostRuns; ++i) {
    std::uint64_t hash = 0;
    for (const WordId word : words.subspan(i, length)) hash = mix(hash, word);
    to.push_back(static_cast<Run>(hash) & kHashMask);
  }
  std::ranges::sort(to.begin() + begin, to.end());
  to.erase(std::unique(to.begin() + begin, to.end()), to.end());
}

RunSets hashed_runs(const Corpus& corpus) {
  RunSets sets;
  sets.runs.reserve(corpus.words.size());
  std::vector<WordId> words;
  for (TextId id = 0; id < corpus.size(); ++id) {
    words.assign(corpus.words_of(id).begin(), corpus.words_of(id).end());
    std::erase(words, kStop);
    append_runs(words, sets.runs);
    sets.begins.push_back(sets.runs.size());
  }
  return sets;
}

/// Puts how often each run stands above its hash, and the rare ones first.
void order_by_rarity(RunSets& sets) {
  const std::size_t size =
      std::bit_ceil(std::clamp<std::size_t>(sets.runs.size() * 2, 1024, std::size_t{1} << kHashBits));
  std::vector<std::uint16_t> counts(size);
  for (const Run run : sets.runs) {
    std::uint16_t& count = counts[run & (size - 1)];
    if (count < 0xFFFF) ++count;
  }
  for (Run& run : sets.runs) run |= static_cast<Run>(std::bit_width(counts[run & (size - 1)])) << kHashBits;
  for (std::size_t i = 0; i < sets.size(); ++i) std::ranges::sort(sets.of(i));
}

std::size_t least_shared(std::size_t a, std::size_t b) {
  return static_cast<std::size_t>(std::ceil(kOverlap / (1 + kOverlap) * static_cast<double>(a + b) - 1e-9));
}

/// So many of the first of `size` runs hold at least one that any set with a similarity of `share` shares.
std::size_t prefix(std::size_t size, double share) {
  return size - static_cast<std::size_t>(std::ceil(share * static_cast<double>(size) - 1e-9)) + 1;
}

std::size_t count_shared(std::span<const Run> a, std::span<const Run> b) {
  std::size_t shared = 0;
  for (auto left = a.begin(), right = b.begin(); left != a.end() && right != b.end();) {
    shared += *left == *right;
    const bool step_left = *left <= *right, step_right = *right <= *left;
    left += step_left;
    right += step_right;
  }
  return shared;
}

/// The wordings that were indexed so far, the smaller sets first, by the runs of their prefix.
class Index {
 public:
  explicit Index(std::size_t postings)
      : heads_(std::bit_ceil(std::max<std::size_t>(1024, postings)), kNone),
        mask_(static_cast<Run>(heads_.size() - 1)) {
    postings_.reserve(postings);
  }

  void add(Run run, TextId id, std::uint32_t at) {
    std::uint32_t& head = heads_[slot_of(run)];
    postings_.push_back({run, id, at, head});
    head = static_cast<std::uint32_t>(postings_.size() - 1);
  }

  /// Calls `visit(id, place of the run in its set)` for those that have the run, the latest first, until it is false.
  template <typename Visit>
  void each(Run run, Visit visit) const {
    for (std::uint32_t i = heads_[slot_of(run)]; i != kNone; i = postings_[i].next)
      if (postings_[i].run == run && !visit(postings_[i].id, postings_[i].at)) return;
  }

 private:
  static constexpr std::uint32_t kNone = 0xFFFFFFFF;
  struct Posting {
    Run run;
    TextId id;
    std::uint32_t at;
    std::uint32_t next;
  };
  std::size_t slot_of(Run run) const { return (run * 0x9E3779B1U >> 3) & mask_; }

  std::vector<std::uint32_t> heads_;
  std::vector<Posting> postings_;
  Run mask_;
};

/// The wordings in the order of the sizes of their sets; those without a run are left out.
std::vector<TextId> by_size(RunSets& sets) {
  std::vector<TextId> order;
  for (TextId id = 0; id < sets.size(); ++id)
    if (!sets.of(id).empty()) order.push_back(id);
  std::ranges::stable_sort(order, {}, [&](TextId id) { return sets.of(id).size(); });
  return order;
}

}  // namespace

void overlapping_pairs(const Corpus& corpus, const VisitPair& visit) {
  RunSets sets = hashed_runs(corpus);
  order_by_rarity(sets);
  Index index(sets.runs.size() / 2);
  std::vector<std::uint32_t> shared(sets.size());
  std::vector<TextId> met;
  for (const TextId id : by_size(sets)) {
    const std::span<const Run> runs = sets.of(id);
    const auto shortest = static_cast<std::size_t>(std::ceil(kOverlap * static_cast<double>(runs.size()) - 1e-9));
    for (std::size_t at = 0; at < prefix(runs.size(), kOverlap); ++at) {
      std::size_t left = kLatest;
      index.each(runs[at], [&](TextId other, std::uint32_t place) {
        const std::size_t size = sets.of(other).size();
        if (size < shortest || left-- == 0) return false;
        const std::size_t ahead = std::min(runs.size() - at, size - place);
        if (shared[other] + ahead < least_shared(runs.size(), size)) return true;
        if (shared[other]++ == 0) met.push_back(other);
        return true;
      });
    }
    for (const TextId other : met) {
      shared[other] = 0;
      const std::span<const Run> theirs = sets.of(other);
      if (count_shared(runs, theirs) >= least_shared(runs.size(), theirs.size()))
        visit(std::min(id, other), std::max(id, other));
    }
    met.clear();
    const std::size_t indexed = prefix(runs.size(), 2 * kOverlap / (1 + kOverlap));
    for (std::uint32_t at = 0; at < indexed; ++at) index.add(runs[at], id, at);
  }
}

}  // namespace quizlint
