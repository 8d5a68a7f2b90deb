#include <algorithm>

#include "checks/similarity/alike.h"

namespace quizlint {
namespace {

/// What each difference takes from a score of 1; a paraphrase needs 0.9 unless the configuration says otherwise.
/// Tuned on one half of Quora's pairs and checked on the other.
constexpr double kFunctionCost = 0.02, kPersonCost = 0.055, kOrderCost = 0.03, kFrameCost = 0.04;
/// These count by their part of what the question is about: among n words of matter, an n-th of this.
constexpr double kLightCost = 0.12, kDerivedCost = 0.12;
/// A word of matter may be left out where it is this small a part of two long questions.
constexpr double kSmallPart = 0.04, kLongWeight = 16;

/// Longer texts are no paraphrases of each other; comparing them word by word would take a time that is the square.
constexpr std::size_t kMostWords = 1000;

struct Word {
  WordId form;
  WordId sense;
  float weight;
  std::uint16_t roles;
  std::uint32_t at;
  bool matched = false;

  bool is(std::uint16_t role) const { return (roles & role) != 0; }
  bool is_matter() const { return !is(kFunction | kFiller | kFrame); }
};

std::vector<Word> words_of(const Lexicon& lexicon, std::span<const WordId> meanings) {
  std::vector<Word> words;
  for (std::uint32_t i = 0; i < meanings.size(); ++i) {
    const WordEntry& entry = lexicon.entry(meanings[i]);
    words.push_back({entry.form, entry.sense, entry.weight, entry.roles, i});
  }
  return words;
}

/// Matches the words of the same sense; gives the number of pairs that are not of the same form.
int match(std::vector<Word>& a, std::vector<Word>& b) {
  std::vector<Word*> right;
  for (Word& word : b) right.push_back(&word);
  std::ranges::stable_sort(right, {}, &Word::sense);
  int derived = 0;
  for (Word& word : a) {
    const auto end = std::ranges::upper_bound(right, word.sense, {}, &Word::sense);
    const auto free = std::find_if(std::ranges::lower_bound(right, word.sense, {}, &Word::sense), end,
                                   [](const Word* other) { return !other->matched; });
    if (free == end) continue;
    word.matched = (*free)->matched = true;
    derived += word.form != (*free)->form;
  }
  return derived;
}

std::vector<const Word*> unmatched(const std::vector<Word>& words) {
  std::vector<const Word*> left;
  for (const Word& word : words)
    if (!word.matched) left.push_back(&word);
  return left;
}

double weight_of(const std::vector<Word>& words) {
  double weight = 0;
  for (const Word& word : words) weight += word.weight;
  return weight;
}

/// Whether a word is so small a part of a long question that it may be left out.
bool is_small(const Word& word, double total) {
  if (word.is(kNegation | kNumber | kFixed | kFrame | kFunction | kFiller | kLight | kUnknown | kName)) return false;
  return total > kLongWeight && word.weight < kSmallPart * total;
}

/// Left out is not the same as written otherwise: long questions about one text differ in a few words.
bool replaced(const std::vector<const Word*>& a, const std::vector<const Word*>& b, double total) {
  const auto small = [&](const Word* word) { return is_small(*word, total); };
  return std::ranges::any_of(a, small) && std::ranges::any_of(b, small);
}

/// What a word costs that only one of the questions has.
double cost_of(const Word& word, double total, double matter) {
  if (word.is(kNegation | kNumber) || word.is(kFixed)) return 1;
  if (word.is(kFrame)) return kFrameCost;
  if (word.is(kPerson)) return kPersonCost;
  if (word.is(kFunction | kFiller)) return kFunctionCost;
  if (word.is(kLight)) return kLightCost / matter;
  return is_small(word, total) ? word.weight / (kSmallPart * total) * 0.1 : 1;
}

bool any_opposed(const Lexicon& lexicon, const std::vector<const Word*>& a, const std::vector<const Word*>& b) {
  for (const Word* left : a)
    for (const Word* right : b)
      if (lexicon.opposed(left->form, right->form)) return true;
  return false;
}

/// A word of matter that both have, with the preposition or conjunction before it.
struct Spot {
  WordId sense;
  WordId head;
  bool side;
  bool operator==(const Spot& other) const { return sense == other.sense; }
};

std::vector<Spot> spots_of(const std::vector<Word>& words) {
  std::vector<Spot> spots;
  WordId head = 0;
  bool side = false;
  for (const Word& word : words) {
    if (word.is(kHead)) {
      head = word.form;
      side = word.is(kSide);
    }
    if (!word.matched || !word.is_matter()) continue;
    spots.push_back({word.sense, head, side});
    head = 0;
    side = false;
  }
  return spots;
}

bool may_agree(const Spot& a, const Spot& b) {
  return a.head == b.head || a.head == 0 || b.head == 0;
}

/// Whether questions of the same words in another order still ask the same: one run of words and its neighbour changed
/// places, and they are two sides of "and", or a preposition says on which side of the other each belongs.
bool same_roles(std::span<const Spot> a, std::span<const Spot> b) {
  while (!a.empty() && a.front() == b.front()) {
    a = a.subspan(1);
    b = b.subspan(1);
  }
  while (!a.empty() && a.back() == b.back()) {
    a = a.first(a.size() - 1);
    b = b.first(b.size() - 1);
  }
  if (a.empty()) return true;
  for (std::size_t turn = 1; turn < a.size(); ++turn) {
    const std::span<const Spot> u = a.first(turn), v = a.subspan(turn);
    if (!std::ranges::equal(u, b.last(u.size())) || !std::ranges::equal(v, b.first(v.size()))) continue;
    const Spot &u_in_a = u.front(), &v_in_a = v.front();
    const Spot &v_in_b = b.front(), &u_in_b = b[v.size()];
    if (v_in_a.side && u_in_b.side) return true;
    const bool headed = v_in_a.head != 0 || u_in_b.head != 0;
    return headed && v_in_a.head != u_in_b.head && may_agree(u_in_a, u_in_b) && may_agree(v_in_a, v_in_b);
  }
  return false;
}

/// Whether two questions that differ in their frames may still ask the same: one of them has one more, and that is the
/// bare "what is", or a question behind the first ("… and why?").
bool frames_agree(const Lexicon& lexicon, const std::vector<const Word*>& a, const std::vector<const Word*>& b) {
  std::vector<const Word*> frames;
  for (const auto* side : {&a, &b})
    for (const Word* word : *side)
      if (word->is(kFrame)) frames.push_back(word);
  if (frames.empty()) return true;
  return frames.size() == 1 && (frames[0]->at > 0 || lexicon.text(frames[0]->form) == "@what");
}

double matter_in(const std::vector<Word>& words) {
  return static_cast<double>(std::ranges::count_if(words, [](const Word& word) { return word.is_matter(); }));
}

}  // namespace

std::vector<WordId> matter_of(const Lexicon& lexicon, std::span<const WordId> meanings) {
  std::vector<WordId> matter, light;
  matter.reserve(meanings.size());
  for (const WordId id : meanings) {
    const WordEntry& entry = lexicon.entry(id);
    if ((entry.roles & (kFunction | kFiller | kFrame)) != 0 && (entry.roles & kFixed) == 0) continue;
    if (entry.roles & kFrame) continue;
    ((entry.roles & kLight) != 0 ? light : matter).push_back(entry.sense);
  }
  if (matter.empty()) matter = std::move(light);
  std::ranges::sort(matter);
  return matter;
}

/// Without a difference in matter the keys are equal; with one, both must be long (cost_of).
bool may_be_alike(const Corpus& corpus, TextId a, TextId b) {
  const Corpus::Wording &left = corpus.wordings[a], &right = corpus.wordings[b];
  return left.order == right.order || left.matter == right.matter || left.weight + right.weight > kLongWeight;
}

double paraphrase_score(const Lexicon& lexicon, const Corpus& corpus, TextId first, TextId second) {
  if (std::max(corpus.meanings_of(first).size(), corpus.meanings_of(second).size()) > kMostWords) return 0;
  std::vector<Word> a = words_of(lexicon, corpus.meanings_of(first));
  std::vector<Word> b = words_of(lexicon, corpus.meanings_of(second));
  const int derived = match(a, b);
  const std::vector<const Word*> only_a = unmatched(a), only_b = unmatched(b);
  if (any_opposed(lexicon, only_a, only_b)) return 0;
  if (!frames_agree(lexicon, only_a, only_b)) return 0;
  const double total = weight_of(a) + weight_of(b);
  if (replaced(only_a, only_b, total)) return 0;
  const double matter = std::max(1.0, std::min(matter_in(a), matter_in(b)));
  double cost = kDerivedCost / matter * derived;
  for (const Word* word : only_a) cost += cost_of(*word, total, matter);
  for (const Word* word : only_b) cost += cost_of(*word, total, matter);
  if (cost >= 1) return 0;
  const std::vector<Spot> left = spots_of(a), right = spots_of(b);
  if (left.size() != right.size()) return 0;
  if (left != right) {
    if (!same_roles(left, right)) return 0;
    cost += kOrderCost;
  }
  return std::max(0.0, 1 - cost);
}

}  // namespace quizlint
