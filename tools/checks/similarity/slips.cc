#include "checks/similarity/slips.h"

#include <algorithm>
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
  std::unordered_multimap<std::uint64_t, WordId> unknown;
  for (WordId id = 0; id < size; ++id) {
    if (counts[id] == 0 || counts[id] > kOften || !can_slip(lexicon.text(id)) || lexicon.is_known(id)) continue;
    each_deletion(lexicon.text(id), [&](std::uint64_t hash) { unknown.emplace(hash, id); });
  }
  if (unknown.empty()) return;
  std::unordered_map<WordId, WordId> best;
  for (WordId id = 0; id < size; ++id) {
    if (counts[id] == 0 || !can_slip(lexicon.text(id)) || !lexicon.is_known(id)) continue;
    each_deletion(lexicon.text(id), [&](std::uint64_t hash) {
      const auto [begin, end] = unknown.equal_range(hash);
      for (auto at = begin; at != end; ++at) {
        const std::string_view slip = lexicon.text(at->second), word = lexicon.text(id);
        if (slip[0] != word[0] || !one_edit_apart(slip, word)) continue;
        const auto [known, is_new] = best.try_emplace(at->second, id);
        if (!is_new && counts[known->second] < counts[id]) known->second = id;
      }
    });
  }
  for (const auto& [slip, word] : best) lexicon.correct(slip, word);
}

}  // namespace quizlint
