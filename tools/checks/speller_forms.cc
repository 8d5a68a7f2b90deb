#include "checks/speller_forms.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>

#include "knowledge/vocabulary.h"

namespace quizlint {
namespace {

struct Prefix {
  std::string_view text;
  std::uint8_t frequency;  ///< of the rest at least: short prefixes begin too many words by chance
};
constexpr std::array kPrefixes = {
    Prefix{"anti", 6},  Prefix{"auto", 5},  Prefix{"bi", 8},    Prefix{"co", 9},     Prefix{"counter", 5},
    Prefix{"cross", 5}, Prefix{"cyber", 5}, Prefix{"de", 8},    Prefix{"dis", 8},    Prefix{"geo", 5},
    Prefix{"hyper", 5}, Prefix{"inter", 6}, Prefix{"intra", 5}, Prefix{"macro", 5},  Prefix{"mega", 6},
    Prefix{"meta", 5},  Prefix{"micro", 5}, Prefix{"mini", 5},  Prefix{"mis", 7},    Prefix{"mono", 6},
    Prefix{"multi", 5}, Prefix{"nano", 5},  Prefix{"non", 5},   Prefix{"over", 6},   Prefix{"poly", 6},
    Prefix{"post", 6},  Prefix{"pre", 6},   Prefix{"proto", 6}, Prefix{"pseudo", 4}, Prefix{"re", 8},
    Prefix{"semi", 5},  Prefix{"sub", 6},   Prefix{"super", 6}, Prefix{"trans", 7},  Prefix{"ultra", 5},
    Prefix{"un", 6},    Prefix{"under", 6}};

/// An ending and how the word before it may have been changed.
struct Ending {
  std::string_view text;
  bool drops_e;         ///< "cache" + "ing"
  bool doubles;         ///< "embed" + "er" doubles the d; without that it is a slip ("formating")
  std::string_view of;  ///< what the ending stands for in the word itself: "severity" for "severit" + "ies"
};
constexpr std::array kEndings = {
    Ending{"s", false, false, ""},        Ending{"es", false, false, ""},       Ending{"ies", false, false, "y"},
    Ending{"ied", false, false, "y"},     Ending{"ed", true, true, ""},         Ending{"ing", true, true, ""},
    Ending{"er", true, true, ""},         Ending{"ers", true, true, ""},        Ending{"or", true, false, ""},
    Ending{"ors", true, false, ""},       Ending{"ee", false, false, ""},       Ending{"ees", false, false, ""},
    Ending{"able", true, true, ""},       Ending{"ability", true, true, ""},    Ending{"ization", false, false, ""},
    Ending{"isation", false, false, ""},  Ending{"izer", false, false, ""},     Ending{"ness", false, false, ""},
    Ending{"less", false, false, ""},     Ending{"like", false, false, ""},     Ending{"wise", false, false, ""},
    Ending{"ive", false, false, "ion"},   Ending{"ic", false, false, "ics"},    Ending{"ish", true, true, ""},
    Ending{"ional", false, false, "ion"}, Ending{"arity", false, false, "ary"}, Ending{"icity", false, false, "ic"},
    Ending{"ivity", false, false, "ive"}, Ending{"ality", false, false, "al"},  Ending{"ically", false, false, "ic"},
    Ending{"eth", true, true, ""},        Ending{"ism", true, false, ""},       Ending{"ist", true, false, ""}};

/// Whether the vocabulary has a word that others are made of.
bool is_base(std::string_view lower, std::uint8_t frequency, bool name_too = true) {
  if (lower.size() < 4) return false;
  const std::optional<WordInfo> info = look_up(lower);
  return info && info->source >= WordSource::field && info->frequency >= frequency && (name_too || !info->capitalised);
}

/// Whether an ending doubles the last letter of a base: the vocabulary then has that form, and the other is a slip.
bool would_double(std::string_view base, std::string_view ending) {
  return look_up(std::string(base) + base.back() + std::string(ending)).has_value();
}

bool is_vowel(char c) {
  return std::string_view("aeiouy").find(c) != std::string_view::npos;
}

/// Whether a base ends in a doubled letter because of the ending: behind one vowel ("embedd" + "er", but not "detectt"
/// + "ed" or "streamm" + "ed"), and only where the form without it is no word ("editt" + "ed"); but British English
/// doubles an l in any case.
bool is_doubled(std::string_view base, const Ending& ending) {
  const std::size_t n = base.size();
  if (!ending.doubles || n < 5 || base[n - 1] != base[n - 2] || !is_vowel(base[n - 3])) return false;
  if (is_vowel(base[n - 4]) && !(base[n - 4] == 'u' && base[n - 5] == 'q')) return false;
  const std::string_view single = base.substr(0, n - 1);
  return is_base(single, 4, false) &&
         (single.ends_with('l') || !look_up(std::string(single) + std::string(ending.text)));
}

/// Whether a word has such an ending already: "updated" + "ed".
bool is_inflected_before(std::string_view base) {
  for (const std::string_view ending : {"ed", "ing", "s"})
    if (base.ends_with(ending) && base.size() > ending.size() + 3) {
      const std::string_view rest = base.substr(0, base.size() - ending.size());
      if (is_base(rest, 4, false) || is_base(std::string(rest) + "e", 4, false)) return true;
    }
  return false;
}

bool is_inflected(std::string_view lower, const Ending& ending) {
  if (!lower.ends_with(ending.text) || lower.size() < ending.text.size() + 3) return false;
  const std::string_view base = lower.substr(0, lower.size() - ending.text.size());
  if (!ending.of.empty()) return is_base(std::string(base) + std::string(ending.of), 4);
  if (ending.drops_e && is_base(std::string(base) + "e", 4, false)) return true;
  if (is_doubled(base, ending)) return true;
  if ((ending.text == "ed" || ending.text == "ing") && is_inflected_before(base)) return false;
  if (ending.drops_e && base.ends_with('e') && !base.ends_with("ee")) return false;
  if (ending.doubles && would_double(base, ending.text)) return false;
  if (ending.text == "s" && (base.ends_with('s') || base.ends_with('y'))) return false;
  if (ending.text == "es" && !base.ends_with('s') && !base.ends_with('x') && !base.ends_with('z') &&
      !base.ends_with('h'))
    return false;
  return is_base(base, 4, ending.text == "s" || !ending.drops_e);
}

/// A long rest is hardly there by chance.
std::uint8_t rest_frequency(const Prefix& prefix, std::size_t letters) {
  const std::size_t long_rest = prefix.text.size() == 2 ? 8 : 7;
  return letters >= long_rest ? std::min<std::uint8_t>(prefix.frequency, 5) : prefix.frequency;
}

bool is_prefixed(std::string_view lower) {
  return std::ranges::any_of(kPrefixes, [&](const Prefix& prefix) {
    return lower.size() >= prefix.text.size() + 4 && lower.starts_with(prefix.text) &&
           is_base(lower.substr(prefix.text.size()), rest_frequency(prefix, lower.size() - prefix.text.size()));
  });
}

/// Whether it is a word with what identifiers end in, "customerid", "indexjs".
bool is_identifier(std::string_view lower) {
  constexpr std::string_view kEnds[] = {"api", "css", "db", "html", "id", "ids", "ip", "js", "py", "rb", "sql", "url"};
  return std::ranges::any_of(kEnds, [&](std::string_view end) {
    return lower.ends_with(end) && is_base(lower.substr(0, lower.size() - end.size()), 6);
  });
}

/// Whether two common words of so many letters or more are run together; an ending is none.
bool is_compound(std::string_view lower, std::size_t shortest) {
  const std::uint8_t least = shortest > 3 ? 8 : 7;
  if (shortest > 3 && lower.ends_with("able")) return false;
  for (std::size_t cut = shortest; cut + shortest <= lower.size(); ++cut) {
    const auto left = look_up(lower.substr(0, cut));
    const auto right = look_up(lower.substr(cut));
    const auto common = [&](const std::optional<WordInfo>& info) {
      return info && info->source >= WordSource::field && info->frequency >= least;
    };
    if (common(left) && common(right)) return true;
  }
  return false;
}

/// Whether it is the plural of a word that is rare, or a name: "statins".
bool is_plural_of_rare(std::string_view lower) {
  constexpr std::size_t kShortest = 5;
  if (lower.size() <= kShortest || !lower.ends_with('s') || lower.ends_with("ss")) return false;
  const auto info = look_up(lower.substr(0, lower.size() - 1));
  return info && !info->foreign;
}

bool is_lettered(std::string_view lower) {
  if (lower.size() < 5) return false;
  constexpr std::string_view kVowels = "aeiouy";
  const bool consonants =
      kVowels.find(lower[0]) == std::string_view::npos && kVowels.find(lower[1]) == std::string_view::npos;
  const bool before = (lower[0] != lower[1] && is_base(lower.substr(1), 6)) ||
                      (consonants && lower.size() > 6 && is_base(lower.substr(2), 6));
  const bool behind = std::string_view("aioudvfbxqzpckj").find(lower.back()) != std::string_view::npos &&
                      lower[lower.size() - 2] != lower.back() && is_base(lower.substr(0, lower.size() - 1), 6);
  return before || behind;
}

}  // namespace

std::size_t prefix_length(std::string_view lower) {
  std::size_t longest = 0;
  for (const Prefix& prefix : kPrefixes)
    if (lower.starts_with(prefix.text)) longest = std::max(longest, prefix.text.size());
  return longest;
}

Form form_of(std::string_view lower) {
  if (is_inflected(lower, kEndings[0]))
    return is_base(lower.substr(0, lower.size() - 1), 6) ? Form::plural : Form::rare_plural;
  if (std::ranges::any_of(kEndings, [&](const Ending& ending) { return is_inflected(lower, ending); }))
    return Form::inflected;
  if (is_prefixed(lower) || is_identifier(lower)) return Form::prefixed;
  if (is_lettered(lower)) return Form::lettered;
  if (is_compound(lower, 4)) return Form::joined;
  if (is_compound(lower, 3)) return Form::compound;
  return is_plural_of_rare(lower) ? Form::rare_plural : Form::none;
}

}  // namespace quizlint
