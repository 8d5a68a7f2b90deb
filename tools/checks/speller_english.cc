#include "checks/speller_english.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

#include "checks/speller_distance.h"
#include "checks/speller_forms.h"
#include "knowledge/products.h"
#include "knowledge/vocabulary.h"
#include "text/utf8.h"

namespace quizlint {
namespace {

// The figures below were set on corrections that maintainers of public banks made and on edited documentation.
constexpr double kCostOfSlip = 4.2;  ///< a slip makes a word so much rarer, in steps of the frequency scale
constexpr double kFarBehind = 5;     ///< what is so far behind the best correction was not meant
constexpr std::size_t kMostCorrections = 8;
constexpr std::size_t kLongest = 32;
constexpr double kNothing = -100;
constexpr double kWrongEnding = 2.5;   ///< what is asked more of a correction of a derived word's ending
constexpr std::uint8_t kSearched = 5;  ///< rarer words are not searched for, see compile_vocabulary.cc

/// By how much the correction must stand out more where the word may have been made of others.
double handicap_of(Form form) {
  switch (form) {
    case Form::plural: return 6.5;
    case Form::rare_plural: return 3.5;
    case Form::inflected: return 8;
    case Form::prefixed: return 4;
    case Form::lettered: return 3.5;
    case Form::compound: return 2.5;
    case Form::joined: return 5;
    case Form::none: return 0;
  }
  return 0;
}

bool is_word(Form form) {
  return form == Form::plural || form == Form::rare_plural || form == Form::inflected || form == Form::prefixed;
}

/// What must be reached by the frequency of the correction less the cost of the slips. Short words have neighbours by
/// chance, long ones hardly.
double bar(std::size_t letters) {
  constexpr std::array<double, 13> kBars = {99, 99, 99, 8, 6, 4.4, 3, 2, 1, 0.2, -0.6, -1.4, -2.2};
  return kBars[std::min(letters, kBars.size() - 1)];
}

struct Candidate {
  std::string word;
  WordInfo info;
  double score = kNothing;
};

void sort_by_score(std::vector<Candidate>& candidates) {
  std::ranges::sort(candidates, [](const Candidate& a, const Candidate& b) {
    return a.score != b.score ? a.score > b.score : a.word < b.word;
  });
}

/// What is taken from a correction of a short word, which may be an abbreviation ("gst", "appt"), unless a letter was
/// left out or two are swapped, as haste does, or the correction is among the very commonest words.
double doubt_of_short(std::string_view lower, const Candidate& candidate) {
  constexpr std::size_t kShort = 4;
  constexpr std::uint8_t kCommonest = 14;
  constexpr double kDoubt = 1.6;
  if (lower.size() > kShort || candidate.word.size() > lower.size()) return 0;
  if (candidate.word.size() == lower.size() &&
      (candidate.info.frequency >= kCommonest || std::ranges::is_permutation(lower, candidate.word)))
    return 0;
  return kDoubt;
}

std::vector<Candidate> candidates_for(std::string_view lower) {
  std::vector<Candidate> out;
  for (NearWord& near : words_near(lower, lower.size() < 5 ? 1 : 2)) {
    const std::optional<WordInfo> info = look_up(near.word);
    if (!info) continue;
    const double score = info->frequency + 0.9 - kCostOfSlip * slip_cost(lower, near.word);
    out.push_back({std::move(near.word), *info, score});
    out.back().score -= doubt_of_short(lower, out.back());
  }
  sort_by_score(out);
  return out;
}

/// Without 's or the apostrophe of a plural.
std::string_view without_possessive(std::string_view lower) {
  if (lower.ends_with("'s")) return lower.substr(0, lower.size() - 2);
  return lower.ends_with("s'") ? lower.substr(0, lower.size() - 1) : lower;
}

/// What the vocabulary has of a word as it stands, or without its 's.
std::optional<WordInfo> info_of(std::string_view lower) {
  const std::optional<WordInfo> whole = look_up(lower);
  return whole ? whole : look_up(without_possessive(lower));
}

/// A capital is asked of nothing: wrong capitals are another check's.
bool is_known(std::string_view lower) {
  const std::optional<WordInfo> info = info_of(lower);
  return info && !info->foreign;
}

/// Adds corrections of what stands behind a prefix: "coauther", with one slip. The whole word would need a lesser score
/// than its rest, for it is longer.
void add_prefixed(std::string_view lower, std::vector<Candidate>& candidates) {
  constexpr std::size_t kShortest = 6;  ///< letters of the rest
  constexpr double kFarthest = 1.1;     ///< what the slip may cost
  constexpr double kLess = 1.5;         ///< two words are joined: the correction must stand out by so much more
  const std::size_t prefix = prefix_length(lower);
  if (prefix == 0 || lower.size() < prefix + kShortest) return;
  const std::string_view rest = lower.substr(prefix);
  const std::optional<WordInfo> info = look_up(rest);
  if ((info && info->source != WordSource::name) || is_word(form_of(rest))) return;
  for (Candidate& candidate : candidates_for(rest)) {
    if (slip_cost(rest, candidate.word) > kFarthest) continue;
    candidate.score += bar(lower.size()) - bar(rest.size()) - kLess;
    candidate.word.insert(0, lower.substr(0, prefix));
    candidates.push_back(std::move(candidate));
  }
  sort_by_score(candidates);
}

/// Adds forms that are too rare to be searched for, of words that are not: "stabilizes" for "stablizes".
void add_inflected(std::string_view lower, std::vector<Candidate>& candidates) {
  constexpr std::string_view kEndings[] = {"s", "d", "ly", "ing"};
  constexpr std::size_t kShortest = 6;  ///< letters of the rest
  constexpr double kLess = 1;
  for (const std::string_view ending : kEndings) {
    if (!lower.ends_with(ending) || lower.size() < kShortest + ending.size()) continue;
    const std::string_view rest = lower.substr(0, lower.size() - ending.size());
    for (Candidate& candidate : candidates_for(rest)) {
      candidate.word += ending;
      const std::optional<WordInfo> info = look_up(candidate.word);
      if (!info || info->source != WordSource::dictionary || info->frequency >= kSearched) continue;
      candidate.info = *info;
      candidate.score += bar(lower.size()) - bar(rest.size()) - kLess;
      candidates.push_back(std::move(candidate));
    }
  }
  sort_by_score(candidates);
}

enum class Case : unsigned char { lower, capital, upper, mixed };

Case case_of(std::string_view word) {
  std::size_t uppers = 0, letters = 0;
  for (const char c : word) {
    if (!is_ascii_letter(c)) continue;
    ++letters;
    if (c < 'a') ++uppers;
  }
  if (uppers == 0) return Case::lower;
  if (uppers == 1 && word[0] < 'a') return letters == 1 ? Case::upper : Case::capital;
  return uppers == letters ? Case::upper : Case::mixed;
}

std::string in_case(std::string word, Case shape, bool capitalised) {
  if (shape == Case::upper)
    for (char& c : word) c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c;
  else if (shape == Case::capital || capitalised)
    word[0] = word[0] >= 'a' && word[0] <= 'z' ? static_cast<char>(word[0] - 32) : word[0];
  return word;
}

/// A correction as it is to stand for a word of that case.
std::string written(const Candidate& candidate, Case shape) {
  if (candidate.info.capitalised && shape != Case::upper)
    if (const auto name = product_named(candidate.word)) return std::string(*name);
  return in_case(candidate.word, shape, candidate.info.capitalised);
}

/// Whether it is a spoken form: "talkin", "nothin".
bool drops_g(std::string_view lower) {
  return lower.ends_with("in") && lower.size() > 3 && look_up(std::string(lower) + 'g');
}

/// Whether a word is British for one with "e" alone: "mediaeval", "encyclopaedia".
bool is_ligature_form(std::string_view lower) {
  for (std::size_t at = lower.find('e', 1); at != std::string_view::npos && lower.size() > 6;
       at = lower.find('e', at + 1)) {
    if (lower[at - 1] != 'a' && lower[at - 1] != 'o') continue;
    const auto info = look_up(std::string(lower.substr(0, at - 1)) + std::string(lower.substr(at)));
    if (info && info->source == WordSource::dictionary) return true;
  }
  return false;
}

/// Whether a word is British for one with "iz": "denormalised", "canonicalisation".
bool is_british_form(std::string_view lower) {
  constexpr std::string_view kEndings[] = {"e", "ed", "es", "er", "ers", "ing", "able", "ation", "ations"};
  const std::size_t at = lower.rfind("is");
  if (at == std::string_view::npos || at < 3) return false;
  if (std::ranges::find(kEndings, lower.substr(at + 2)) == std::end(kEndings)) return false;
  std::string american(lower);
  american[at + 1] = 'z';
  return is_known(american) || is_word(form_of(american));
}

/// Whether the ending is one of the sciences, which make words that no list has: "agyrophobia".
bool is_scientific(std::string_view lower) {
  constexpr std::string_view kEndings[] = {"phobia", "philia", "ology",   "ologist", "ologists",
                                           "oscopy", "ectomy", "itis",    "aemia",   "osis",
                                           "idae",   "aceae",  "morphic", "phonic",  "trophic"};
  return lower.size() > 7 &&
         std::ranges::any_of(kEndings, [&](std::string_view ending) { return lower.ends_with(ending); });
}

/// Whether it is a pronoun or the like with the short form of a verb, which no list has: "there're", "what'd".
bool is_contraction(std::string_view lower) {
  constexpr std::string_view kVerbs[] = {"'d", "'ll", "'re", "'ve"};
  constexpr std::string_view kBases[] = {"anybody", "everybody", "everyone", "here",  "how",  "it",    "nobody",
                                         "someone", "that",      "there",    "these", "this", "those", "what",
                                         "when",    "where",     "which",    "who",   "why"};
  return std::ranges::any_of(kVerbs, [&](std::string_view verb) {
    return lower.ends_with(verb) &&
           std::ranges::find(kBases, lower.substr(0, lower.size() - verb.size())) != std::end(kBases);
  });
}

/// A known word that is so rare beside its neighbour that it is more likely a slip of it ("tis", "wil"): how much more
/// the neighbour must stand out.
double handicap_of(std::string_view lower, Case shape) {
  const std::optional<WordInfo> info = info_of(lower);
  if (!info) return is_scientific(lower) ? 3 : 0;
  if (info->foreign) return lower.size() < 6 ? 5 : 4;
  if (info->source >= WordSource::field) return 99;
  if (info->named && shape != Case::lower) return 99;
  const double by_form = handicap_of(form_of(without_possessive(lower)));
  return std::max((info->source == WordSource::name ? 3.0 : 5.0) + info->frequency, by_form);
}

/// Favours corrections of which a word has lost the first letter: "nsigned" is rather "unsigned" than a sign named n.
void favour_lost_first(std::string_view lower, std::vector<Candidate>& candidates) {
  constexpr double kFavour = 2;
  for (Candidate& candidate : candidates)
    if (candidate.word.size() == lower.size() + 1 && candidate.word.ends_with(lower)) candidate.score += kFavour;
  sort_by_score(candidates);
}

/// Whether the ending of a derived word is only written wrongly: a correction is a form of the same word, and one small
/// slip away ("supplyed", "branchs", "visable"). Then no vocabulary has it because it is none.
bool has_wrong_ending(std::string_view lower, Form form, const std::vector<Candidate>& candidates) {
  constexpr double kSmall = 0.9;
  constexpr std::size_t kStem = 3, kEnding = 5;  ///< letters: as many are the same at least, as many may differ at most
  if ((form != Form::inflected && form != Form::plural) || candidates.empty()) return false;
  const Candidate& best = candidates[0];
  if (best.info.source != WordSource::dictionary || slip_cost(lower, best.word) > kSmall) return false;
  const std::size_t same = static_cast<std::size_t>(std::ranges::mismatch(lower, best.word).in1 - lower.begin());
  return same >= kStem && same + kEnding >= lower.size();
}

}  // namespace

std::string plain_lower(std::string_view word) {
  std::string out;
  if (std::ranges::all_of(word, [](char c) { return static_cast<unsigned char>(c) < 0x80; })) return ascii_lower(word);
  for (std::size_t at = 0; at < word.size();) {
    const CodePoint point = decode(word, at);
    append_utf8(out, point.value == 0x2019 ? U'\'' : to_lower(point.value));
    at += point.size;
  }
  return out;
}

std::optional<std::string> in_variety(std::string_view word, bool british) {
  constexpr double kFarthest = 2;  ///< "programme" and "program"
  const std::string lower = plain_lower(word);
  const std::optional<WordInfo> info = look_up(lower);
  if (!info || !(british ? info->american : info->british)) return std::nullopt;
  const auto is_wanted = [&](const WordInfo& other) {
    return british ? other.british : other.source == WordSource::dictionary && !other.british;
  };
  std::optional<Candidate> best;
  for (Candidate& candidate : candidates_for(lower)) {
    candidate.score = -slip_cost(lower, candidate.word);
    if (is_wanted(candidate.info) && candidate.score >= -kFarthest && (!best || candidate.score > best->score))
      best = std::move(candidate);
  }
  return best ? std::optional(written(*best, case_of(word))) : std::nullopt;
}

bool is_plainly_known(std::string_view word) {
  const std::optional<WordInfo> info = look_up(plain_lower(word));
  return info && info->source >= WordSource::field;
}

bool is_english(std::string_view lower) {
  return is_known(lower) || is_word(form_of(lower));
}

Verdict judge_english(std::string_view word) {
  Verdict verdict;
  const std::string whole = plain_lower(word);
  const Case shape = case_of(word);
  if (whole.size() < 2 || whole.size() > kLongest || shape == Case::upper || shape == Case::mixed) return verdict;
  if (is_contraction(whole)) return verdict;
  const bool known = is_known(whole);
  const double handicap = handicap_of(whole, shape);
  if (known && handicap > 50) return verdict;
  const std::string lower(known ? whole : std::string(without_possessive(whole)));
  const Form form = known ? Form::none : form_of(lower);
  if ((known && is_ligature_form(lower)) || is_british_form(lower)) return verdict;
  verdict.kind = known || is_word(form) ? Verdict::Kind::known : Verdict::Kind::unknown;
  if (!std::ranges::all_of(lower, [](char c) { return is_ascii_letter(c) || c == '\''; })) return verdict;
  std::vector<Candidate> candidates = candidates_for(lower);
  if (form == Form::lettered) favour_lost_first(lower, candidates);
  const double made = has_wrong_ending(lower, form, candidates) ? kWrongEnding : handicap_of(form);
  const double needed =
      bar(lower.size()) + handicap + made + (shape == Case::capital ? 0.5 : 0) + (drops_g(lower) ? 5 : 0);
  const bool none_fits = candidates.empty() || candidates[0].score < needed;
  if (form == Form::none && none_fits) {
    add_prefixed(lower, candidates);
    add_inflected(lower, candidates);
  }
  verdict.margin = candidates.empty() ? kNothing : candidates[0].score - needed;
  for (const Candidate& candidate : candidates)
    if (verdict.corrections.size() < kMostCorrections && candidate.score >= candidates[0].score - kFarBehind)
      verdict.corrections.push_back(
          {written(candidate, shape) + whole.substr(lower.size()), candidate.score - needed, candidate.info.frequency});
  if (verdict.margin >= 0) verdict.kind = Verdict::Kind::misspelling;
  return verdict;
}

}  // namespace quizlint
