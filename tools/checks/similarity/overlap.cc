#include <algorithm>
#include <array>
#include <bit>

#include "bank/hash.h"
#include "checks/similarity/candidates.h"

namespace quizlint {
namespace {

/// A run of three words: above, in 5 bits, how often it stands in the corpus (as a power of two), below 27 bits of its
/// hash. So sets that are sorted as numbers have their rare runs first. A clash of two runs costs a look, no more.
using Run = std::uint32_t;
constexpr int kHashBits = 27;
constexpr Run kHashMask = (Run{1} << kHashBits) - 1;
/// Runs are counted in so many places, up to 255; two that share one look more frequent than they are.
constexpr std::size_t kCounters = std::size_t{1} << 24;

/// A wording looks at so many of the latest others that share one of its rare runs; in natural banks a rare run has
/// fewer. So the join takes linear time where a million questions share their words.
constexpr std::size_t kLatest = 200;
/// Of longer wordings the first runs are compared: a question of 10 MB costs no more than that.
constexpr std::size_t kMostRuns = 4096;

/// The sets of runs of all wordings, end to end.
struct RunSets {
  std::vector<Run> runs;
  std::vector<std::uint32_t> begins = {0};

  std::size_t size() const { return begins.size() - 1; }
  std::size_t size_of(std::size_t i) const { return begins[i + 1] - begins[i]; }
  std::span<Run> of(std::size_t i) { return std::span(runs).subspan(begins[i], size_of(i)); }
};

void append_runs(std::span<const WordId> words, std::vector<Run>& to) {
  const std::size_t length = std::min<std::size_t>(3, words.size());
  for (std::size_t i = 0; length > 0 && i + length <= words.size() && i < kMostRuns; ++i) {
    std::uint64_t hash = 0;
    for (const WordId word : words.subspan(i, length)) hash = mix(hash, word);
    to.push_back(static_cast<Run>(hash) & kHashMask);
  }
}

/// In the order of the text, and with repeats.
RunSets hashed_runs(const Corpus& corpus) {
  RunSets sets;
  sets.runs.reserve(corpus.words.size());
  sets.begins.reserve(corpus.size() + std::size_t{1});
  std::vector<WordId> words;
  for (TextId id = 0; id < corpus.size(); ++id) {
    words.assign(corpus.words_of(id).begin(), corpus.words_of(id).end());
    std::erase(words, kStop);
    append_runs(words, sets.runs);
    sets.begins.push_back(static_cast<std::uint32_t>(sets.runs.size()));
  }
  return sets;
}

/// Puts how often each run stands above its hash.
void rate(std::vector<Run>& runs) {
  const std::size_t mask = std::bit_ceil(std::clamp<std::size_t>(2 * runs.size(), 1024, kCounters)) - 1;
  std::vector<std::uint8_t> counts(mask + 1);
  const auto fetch_ahead = [&](std::size_t i) {
    constexpr std::size_t kAhead = 16;  // a walk to far memory takes as long as so many steps
    if (i + kAhead < runs.size()) __builtin_prefetch(&counts[runs[i + kAhead] & mask]);
  };
  for (std::size_t i = 0; i < runs.size(); ++i) {
    fetch_ahead(i);
    std::uint8_t& count = counts[runs[i] & mask];
    count = static_cast<std::uint8_t>(count + (count < 0xFF));
  }
  for (std::size_t i = 0; i < runs.size(); ++i) {
    fetch_ahead(i);
    runs[i] |= static_cast<Run>(std::bit_width(counts[runs[i] & mask])) << kHashBits;
  }
}

/// Sorts each set and takes its repeats out.
void make_sets(RunSets& sets) {
  auto to = sets.runs.begin();
  std::uint32_t begin = 0;
  for (std::size_t i = 0; i < sets.size(); ++i) {
    const auto from = sets.runs.begin() + begin, end = sets.runs.begin() + sets.begins[i + 1];
    std::sort(from, end);
    begin = sets.begins[i + 1];
    const auto last = std::unique(from, end);
    to = to == from ? last : std::move(from, last, to);
    sets.begins[i + 1] = static_cast<std::uint32_t>(to - sets.runs.begin());
  }
  sets.runs.erase(to, sets.runs.end());
}

/// `part` of `size`, rounded up; the parts are fractions of small numbers, so that it is exact.
constexpr std::size_t part_of(std::size_t size, std::size_t numerator, std::size_t denominator) {
  return (size * numerator + denominator - 1) / denominator;
}
static_assert(kOverlap == 3.0 / 5);

/// The least size of a set that can be similar to a larger one.
constexpr std::size_t least_size(std::size_t larger) {
  return part_of(larger, 3, 5);
}

/// How many runs two sets of these sizes share at least if they are similar: kOverlap / (1 + kOverlap) of both.
constexpr std::size_t least_shared(std::size_t a, std::size_t b) {
  return part_of(a + b, 3, 8);
}

/// So many of its first runs hold at least one that any similar set shares.
constexpr std::size_t prefix(std::size_t size) {
  return size - part_of(size, 3, 5) + 1;
}

/// Likewise for similar sets that are no smaller: 2 kOverlap / (1 + kOverlap).
constexpr std::size_t short_prefix(std::size_t size) {
  return size - part_of(size, 3, 4) + 1;
}

/// A set in 64 bits: one for each of its runs, some for several.
struct Signature {
  std::uint32_t low = 0, high = 0;
  std::uint64_t bits() const { return std::uint64_t{high} << 32 | low; }
};

Signature signature_of(std::span<const Run> runs) {
  std::uint64_t bits = 0;
  for (const Run run : runs) bits |= std::uint64_t{1} << (run & 63);
  return {static_cast<std::uint32_t>(bits), static_cast<std::uint32_t>(bits >> 32)};
}

/// One of the first runs of a wording.
struct Entry {
  Run run;
  TextId id;
  std::uint16_t at;     ///< the run's place in the wording's set
  std::uint16_t size;   ///< of that set
  Signature signature;  ///< of that set

  /// How many of its runs share a bit with another one.
  int crowded() const { return size - std::popcount(signature.bits()); }
};

/// What two sets share at most, seen from here: a look that spares a walk to far memory.
int most_shared(const Entry& a, const Entry& b) {
  return std::popcount(a.signature.bits() & b.signature.bits()) + std::min(a.crowded(), b.crowded());
}

/// Whether a run stands once in the corpus: nothing shares it. Counts err upwards alone.
bool is_alone(Run run) {
  return run >> kHashBits == 1;
}

/// The first runs of all wordings that others may share, the smaller sets first.
std::vector<Entry> entries_of(RunSets& sets) {
  std::vector<std::uint32_t> places(kMostRuns + 2);
  const auto first_shared = [](std::span<const Run> first) {
    return static_cast<std::size_t>(std::ranges::find_if_not(first, is_alone) - first.begin());
  };
  for (std::size_t id = 0; id < sets.size(); ++id) {
    const std::span<const Run> runs = sets.of(id);
    if (runs.empty()) continue;
    const std::span<const Run> first = runs.first(prefix(runs.size()));
    places[runs.size() + 1] += static_cast<std::uint32_t>(first.size() - first_shared(first));
  }
  for (std::size_t size = 1; size < places.size(); ++size) places[size] += places[size - 1];
  std::vector<Entry> entries(places.back());
  for (TextId id = 0; id < sets.size(); ++id) {
    const std::span<const Run> runs = sets.of(id);
    if (runs.empty()) continue;
    const std::span<const Run> first = runs.first(prefix(runs.size()));
    const std::size_t begin = first_shared(first);
    const Signature signature = begin < first.size() ? signature_of(runs) : Signature{};
    for (std::size_t at = begin; at < first.size(); ++at)
      entries[places[runs.size()]++] = {first[at], id, static_cast<std::uint16_t>(at),
                                        static_cast<std::uint16_t>(runs.size()), signature};
  }
  return entries;
}

/// Sorts by the run and leaves the order otherwise as it is.
void sort_by_run(std::vector<Entry>& entries) {
  constexpr int kBits = 11;
  std::vector<Entry> sorted(entries.size());
  for (int shift = 0; shift < 32; shift += kBits) {
    const auto digit = [shift](const Entry& entry) { return entry.run >> shift & ((1U << kBits) - 1); };
    std::array<std::uint32_t, (std::size_t{1} << kBits) + 1> places = {};
    for (const Entry& entry : entries) ++places[digit(entry) + 1];
    for (std::size_t i = 1; i < places.size(); ++i) places[i] += places[i - 1];
    for (const Entry& entry : entries) sorted[places[digit(entry)]++] = entry;
    entries.swap(sorted);
  }
}

bool share_any(std::span<const Run> a, std::span<const Run> b) {
  for (auto left = a.begin(), right = b.begin(); left != a.end() && right != b.end();) {
    if (*left == *right) return true;
    ++(*left < *right ? left : right);
  }
  return false;
}

/// Whether two sorted sets share so many runs.
bool share(std::span<const Run> a, std::span<const Run> b, std::size_t least) {
  std::size_t shared = 0, left = 0, right = 0;
  while (left < a.size() && right < b.size() && shared + std::min(a.size() - left, b.size() - right) >= least) {
    const Run one = a[left], other = b[right];
    shared += one == other;
    left += one <= other;
    right += other <= one;
  }
  return shared >= least;
}

/// Compares the wordings that share a run of their prefixes; a pair is visited at the first run that it shares.
void compare(RunSets& sets, std::span<const Entry> group, const VisitPair& visit) {
  for (std::size_t i = 1; i < group.size(); ++i) {
    const Entry& large = group[i];
    for (std::size_t k = i; k-- > i - std::min(i, kLatest);) {
      const Entry& small = group[k];
      if (small.size < least_size(large.size)) break;
      if (small.at >= short_prefix(small.size)) continue;
      const std::size_t least = least_shared(small.size, large.size);
      if (std::min(large.size - large.at, small.size - small.at) < static_cast<int>(least)) continue;
      if (most_shared(large, small) < static_cast<int>(least)) continue;
      const std::span<const Run> runs = sets.of(large.id);
      const std::span<const Run> others = sets.of(small.id);
      if (share_any(runs.first(large.at), others.first(small.at))) continue;
      if (share(runs.subspan(large.at), others.subspan(small.at), least))
        visit(std::min(small.id, large.id), std::max(small.id, large.id));
    }
  }
}

}  // namespace

void overlapping_pairs(const Corpus& corpus, const VisitPair& visit) {
  RunSets sets = hashed_runs(corpus);
  rate(sets.runs);
  make_sets(sets);
  std::vector<Entry> entries = entries_of(sets);
  sort_by_run(entries);
  for (std::size_t begin = 0, end = 0; begin < entries.size(); begin = end) {
    while (end < entries.size() && entries[end].run == entries[begin].run) ++end;
    compare(sets, std::span(entries).subspan(begin, end - begin), visit);
  }
}

}  // namespace quizlint
