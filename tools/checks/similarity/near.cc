#include <algorithm>

#include "checks/similarity/alike.h"

namespace quizlint {
namespace {

struct Phrase {
  WordId head = 0;  // the stop where it has none
  std::span<const WordId> words;
};

bool has(const Lexicon& lexicon, WordId word, Role role) {
  return (lexicon.entry(word).roles & role) != 0;
}

/// Cuts a sentence before each preposition and conjunction, at stops, and before a question word that follows something
/// else than a preposition: "in Python[,] how do you".
std::vector<Phrase> phrases_of(const Lexicon& lexicon, std::span<const WordId> forms) {
  std::vector<Phrase> phrases;
  phrases.reserve(8);  // more than most questions have
  std::size_t begin = 0;
  const auto cut = [&](std::size_t end) {
    if (begin == end) return;
    const bool headed = has(lexicon, forms[begin], kHead);
    const std::size_t from = headed ? begin + 1 : begin;
    phrases.push_back({headed ? forms[begin] : kStop, forms.subspan(from, end - from)});
  };
  for (std::size_t i = 0; i < forms.size(); ++i) {
    const bool stop = forms[i] == kStop;
    const bool asks = i > begin && has(lexicon, forms[i], kFrame) && !has(lexicon, forms[i - 1], kHead);
    if (!stop && !asks && !has(lexicon, forms[i], kHead)) continue;
    cut(i);
    begin = stop ? i + 1 : i;
  }
  cut(forms.size());
  return phrases;
}

/// "between a and b", "a versus b": the side that sorts first stands first.
void settle_sides(const Lexicon& lexicon, std::vector<Phrase>& phrases) {
  for (std::size_t i = 1; i < phrases.size(); ++i) {
    Phrase& left = phrases[i - 1];
    Phrase& right = phrases[i];
    const bool even = lexicon.text(left.head) == "between" || lexicon.text(right.head) == "versus";
    if (even && has(lexicon, right.head, kSide) && std::ranges::lexicographical_compare(right.words, left.words))
      std::swap(left.words, right.words);
  }
}

std::size_t count_unshared(std::span<const WordId> a, std::span<const WordId> b) {
  std::vector<WordId> left(a.begin(), a.end()), right(b.begin(), b.end()), rest;
  std::ranges::sort(left);
  std::ranges::sort(right);
  std::ranges::set_symmetric_difference(left, right, std::back_inserter(rest));
  return rest.size();
}

}  // namespace

std::vector<WordId> settled_order(const Lexicon& lexicon, std::span<const WordId> forms) {
  std::vector<Phrase> phrases = phrases_of(lexicon, forms);
  settle_sides(lexicon, phrases);
  if (!std::ranges::is_sorted(phrases, {}, &Phrase::head)) std::ranges::stable_sort(phrases, {}, &Phrase::head);
  std::vector<WordId> order;
  order.reserve(forms.size());
  for (const Phrase& phrase : phrases) {
    if (phrase.head != kStop) order.push_back(phrase.head);
    order.insert(order.end(), phrase.words.begin(), phrase.words.end());
  }
  return order;
}

double near_score(const Lexicon&, const Corpus& corpus, TextId a, TextId b) {
  if (corpus.wordings[a].order != corpus.wordings[b].order) return 0;
  const std::size_t edits = std::max<std::size_t>(1, count_unshared(corpus.words_of(a), corpus.words_of(b)));
  return std::max(0.95, 1 - 0.01 * static_cast<double>(edits));
}

}  // namespace quizlint
