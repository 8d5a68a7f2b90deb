#include <algorithm>

#include "checks/similarity/lexicon.h"
#include "knowledge/vocabulary.h"

namespace quizlint {
namespace {

/// A thing that is spoken of has at most so many words.
constexpr std::size_t kLongestThing = 4;

bool is_superlative(std::string_view word) {
  return word == "worst" || word == "good" || word == "better" || (word.size() > 3 && word.ends_with("est"));
}

/// What is written like a passive and describes a state: "how is x related to y".
bool is_state(std::string_view participle) {
  constexpr std::string_view kStates[] = {"associated", "based",    "compared", "concerned", "connected", "interested",
                                          "involved",   "limited",  "located",  "married",   "needed",    "organized",
                                          "related",    "required", "supposed", "structured"};
  return std::ranges::find(kStates, participle) != std::end(kStates);
}

}  // namespace

/// Whether a form may be a word of what is spoken of.
bool Lexicon::is_thing(WordId form) const {
  return form != kStop && form != turning_.is && form != turning_.be &&
         (entries_[form].roles & (kHead | kFrame | kNegation | kPerson)) == 0;
}

/// Where the words of a thing end that begins at `begin`.
std::size_t Lexicon::things_end(std::span<const WordId> clause, std::size_t begin) const {
  std::size_t end = begin;
  while (end < clause.size() && end - begin < kLongestThing && is_thing(clause[end])) ++end;
  return end;
}

/// The form of the verb whose regular participle this is, kStop where it is none: of "rate" and "rat" the more
/// frequent.
WordId Lexicon::verb_of(WordId participle) {
  const std::string word(words_.text(participle));
  if (word.size() < 4 || !word.ends_with("ed") || word.ends_with("eed") || is_state(word)) return kStop;
  std::string_view verb;
  int most = 0;
  for (const std::size_t cut : {1, 2, 3}) {
    const std::string_view stem = std::string_view(word).substr(0, word.size() - cut);
    const bool doubled = stem.size() > 1 && word[stem.size()] == stem.back();
    const std::optional<WordInfo> info = cut < 3 || doubled ? look_up(stem) : std::nullopt;
    if (!info || info->foreign || info->frequency <= most) continue;
    verb = stem;
    most = info->frequency;
  }
  return verb.empty() ? kStop : settle(intern(verb));
}

/// "how is list reversed in python", "how can list be reversed …" -> "how do you reverse list in python"; "why is
/// interface used" -> "why do we use interface". Who does it must not be told.
bool Lexicon::turn_passive(std::vector<WordId>& clause) {
  const bool asks = clause[0] == turning_.how || clause[0] == turning_.why;
  const bool modal = clause.size() > 1 && (clause[1] == turning_.can || clause[1] == turning_.could);
  if (!asks || clause.size() < 4 || (clause[1] != turning_.is && !modal)) return false;
  std::size_t end = things_end(clause, 2);
  std::size_t at = end;  // of the participle
  if (modal) {
    if (end == 2 || end + 1 >= clause.size() || clause[end] != turning_.be) return false;
    ++at;
  } else {
    at = --end;
  }
  const bool ends = at + 1 == clause.size() || (entries_[clause[at + 1]].roles & kHead) != 0;
  if (end < 3 || !ends || std::ranges::find(clause, turning_.by) != clause.end()) return false;
  const WordId verb = verb_of(clause[at]);
  if (verb == kStop) return false;
  std::vector<WordId> active = {clause[0], turning_.do_, clause[0] == turning_.how ? turning_.you : turning_.we, verb};
  active.insert(active.end(), clause.begin() + 2, clause.begin() + static_cast<std::ptrdiff_t>(end));
  active.insert(active.end(), clause.begin() + static_cast<std::ptrdiff_t>(at) + 1, clause.end());
  clause.swap(active);
  return true;
}

/// "which planet is largest in solar system" -> "which is largest planet in solar system"; "which keyword is used to
/// define function" -> "which keyword define function".
bool Lexicon::turn_superlative(std::vector<WordId>& clause) const {
  if (clause[0] != turning_.which && clause[0] != turning_.what) return false;
  const std::size_t is = things_end(clause, 1);
  if (is == 1 || is + 1 >= clause.size() || clause[is] != turning_.is) return false;
  const auto begin = clause.begin();
  const auto place = [&](std::size_t at) { return begin + static_cast<std::ptrdiff_t>(at); };
  if (is + 3 < clause.size() && clause[is + 1] == turning_.used && clause[is + 2] == turning_.to) {
    clause.erase(place(is), place(is + 3));
    return true;
  }
  const bool most = clause[is + 1] == turning_.most || clause[is + 1] == turning_.least;
  if (!most && !is_superlative(words_.text(clause[is + 1]))) return false;
  const std::size_t end = is + (most ? 3 : 2);
  if (end > clause.size() || (end < clause.size() && (entries_[clause[end]].roles & kHead) == 0)) return false;
  std::rotate(place(1), place(is), place(end));
  return true;
}

/// Puts clauses that ask in the passive, or for the best of a kind, into the order that is more usual.
void Lexicon::turn(std::vector<WordId>& forms) {
  for (std::size_t at = 0; at < forms.size(); ++at) {
    const auto begin = forms.begin() + static_cast<std::ptrdiff_t>(at);
    const auto end = std::ranges::find(begin, forms.end(), kStop);
    const std::size_t size = static_cast<std::size_t>(end - begin);
    if (size >= 4) {
      clause_.assign(begin, end);
      if (turn_passive(clause_) || turn_superlative(clause_)) {
        forms.erase(begin, end);
        forms.insert(forms.begin() + static_cast<std::ptrdiff_t>(at), clause_.begin(), clause_.end());
        at += clause_.size();
        continue;
      }
    }
    at += size;
  }
}

/// Where in a clause its one adverb stands is all one: it goes to the end. Of two things it may belong to either.
void Lexicon::move_manners(std::vector<WordId>& words) const {
  const auto is_manner = [&](WordId word) { return entries_[word].manner; };
  const auto is_side = [&](WordId word) { return (entries_[word].roles & kSide) != 0; };
  if (std::ranges::none_of(words, is_manner)) return;
  for (auto begin = words.begin(); begin != words.end();) {
    const auto end = std::ranges::find(begin, words.end(), kStop);
    const auto manner = std::find_if(begin, end, is_manner);
    const bool alone = manner != end && std::none_of(manner + 1, end, is_manner);
    const bool asked = manner != begin && *std::prev(manner) == turning_.how;  // "how quickly"
    if (alone && !asked && std::none_of(begin, end, is_side)) std::rotate(manner, manner + 1, end);
    begin = end == words.end() ? end : end + 1;
  }
}

}  // namespace quizlint
