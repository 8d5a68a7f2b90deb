#include "checks/similarity/slips.h"

#include <algorithm>
#include <bit>
#include <span>
#include <unordered_map>
#include <vector>

#include "bank/hash.h"
#include "text/utf8.h"

namespace quizlint {
namespace {

/// Shorter words have too many neighbours; a word that stands more often is meant as it is.
constexpr std::size_t kShortest = 5, kLongest = 40;
constexpr std::uint32_t kOften = 2;

bool can_slip(std::string_view word) {
  return word.size() >= kShortest && word.size() <= kLongest && std::ranges::all_of(word, is_ascii_letter);
}

/// The word and all that is left of it without one letter: words one edit apart share one of these.
template <typename Visit>
void each_deletion(std::string_view word, Visit visit) {
  visit(hash_of(word));
  std::string shorter(word.substr(1));
  for (std::size_t i = 0; i < word.size(); ++i) {
    if (i > 0) shorter[i - 1] = word[i - 1];
    visit(hash_of(shorter));
  }
}

std::vector<std::uint32_t> counts_of(std::span<const WordId> words, WordId size) {
  std::vector<std::uint32_t> counts(size);
  for (const WordId word : words) ++counts[word];
  return counts;
}

struct Deletion {
  std::uint64_t hash;
  WordId word;
  constexpr auto operator<=>(const Deletion&) const = default;
};

/// The words that have lost one letter or none, found by what is left.
class Deletions {
 public:
  void add(std::uint64_t hash, WordId word) { all_.push_back({hash, word}); }
  void sort() {
    std::ranges::sort(all_);
    seen_.assign(std::bit_ceil(8 * all_.size() + 64), false);
    for (const Deletion& deletion : all_) seen_[deletion.hash & (seen_.size() - 1)] = true;
  }
  bool empty() const { return all_.empty(); }
  /// Once they are sorted.
  std::span<const Deletion> of(std::uint64_t hash) const {
    if (!seen_[hash & (seen_.size() - 1)]) return {};  // nearly all that are looked for
    const auto begin = std::ranges::lower_bound(all_, hash, {}, &Deletion::hash);
    return {begin, std::ranges::upper_bound(begin, all_.end(), hash, {}, &Deletion::hash)};
  }

 private:
  std::vector<Deletion> all_;
  std::vector<bool> seen_;  ///< bits of the hashes that there are
};

}  // namespace

bool one_edit_apart(std::string_view a, std::string_view b) {
  if (a.size() > b.size()) std::swap(a, b);
  if (b.size() - a.size() > 1 || a == b) return false;
  const auto first = static_cast<std::size_t>(std::ranges::mismatch(a, b).in1 - a.begin());
  const std::string_view left = a.substr(first), right = b.substr(first);
  if (a.size() < b.size()) return left == right.substr(1);
  if (left.substr(1) == right.substr(1)) return true;
  return left.size() > 1 && left[0] == right[1] && left[1] == right[0] && left.substr(2) == right.substr(2);
}

void correct_slips(std::span<const WordId> words, Lexicon& lexicon) {
  const WordId size = lexicon.size();
  const std::vector<std::uint32_t> counts = counts_of(words, size);
  Deletions unknown;
  for (WordId id = 0; id < size; ++id) {
    if (counts[id] == 0 || counts[id] > kOften || !can_slip(lexicon.text(id)) || lexicon.is_known(id)) continue;
    each_deletion(lexicon.text(id), [&](std::uint64_t hash) { unknown.add(hash, id); });
  }
  if (unknown.empty()) return;
  unknown.sort();
  std::unordered_map<WordId, WordId> best;
  for (WordId id = 0; id < size; ++id) {
    if (counts[id] == 0 || !can_slip(lexicon.text(id)) || !lexicon.is_known(id)) continue;
    each_deletion(lexicon.text(id), [&](std::uint64_t hash) {
      for (const Deletion& left : unknown.of(hash)) {
        const std::string_view slip = lexicon.text(left.word), word = lexicon.text(id);
        if (slip[0] != word[0] || !one_edit_apart(slip, word)) continue;
        const auto [known, is_new] = best.try_emplace(left.word, id);
        if (!is_new && counts[known->second] < counts[id]) known->second = id;
      }
    });
  }
  for (const auto& [slip, word] : best) lexicon.correct(slip, word);
}

}  // namespace quizlint
