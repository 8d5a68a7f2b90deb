#include "checks/typos/spelling.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <set>
#include <string>
#include <unordered_map>

#include "checks/speller_english.h"
#include "checks/typos/cited.h"
#include "checks/typos/products.h"
#include "checks/typos/prose.h"
#include "checks/typos/run_together.h"
#include "knowledge/products.h"
#include "knowledge/vocabulary.h"
#include "text/utf8.h"

namespace quizlint {
namespace {

using Counts = std::unordered_map<std::string_view, std::size_t>;

bool is_english_prose(const ProseBlock& prose) {
  return prose.language.empty() || prose.language == "en";
}

/// Whether the project's vocabulary has a word, whatever its capitals, or what it is the plural or possessive of.
bool in_vocabulary(const CheckOptions& options, std::string_view word) {
  if (options.vocabulary.empty()) return false;
  const std::string lower = plain_lower(word);
  std::string_view base = lower;
  if (base.ends_with("'s")) base.remove_suffix(2);
  const std::string_view singular = base.ends_with('s') ? base.substr(0, base.size() - 1) : base;
  return std::ranges::any_of(options.vocabulary, [&](const std::string& known) {
    const std::string plain = plain_lower(known);
    return plain == lower || plain == base || plain == singular;
  });
}

struct Spelling {
  const BankContext& context;
  const std::vector<ProseBlock>& blocks;
  Counts counts{};
  bool mixed = false;               ///< some paragraphs are in other languages
  std::array<double, 2> strange{};  ///< see doubt_of_unknown; of words in lower case, of those with a capital
  double words = 0;                 ///< in the bank, copies left out
  Counts names{};                   ///< words with a capital in mid-sentence, as they stand

  /// How much a bank that is full of unknown words takes from the margin of each: where every tenth word is a name or a
  /// term that no list has, the next one rather is, too. `of`: how many different words the bank has.
  static double doubt_of_unknown(std::size_t unknown, std::size_t of) {
    constexpr double kUsual = 0.01;    ///< the share of unknown words in a bank about computers
    constexpr double kWeight = 0.65;   ///< of a factor of three
    constexpr std::size_t kFew = 300;  ///< so many words hardly tell a share
    const double share = static_cast<double>(unknown) / static_cast<double>(of + kFew);
    return std::clamp(kWeight * std::log(share / kUsual) / std::log(3), 0.0, 1.5);
  }

  void count_strange() {
    std::array<std::set<std::string_view>, 2> unknown;
    for (const ProseBlock& prose : blocks)
      for (const ProseWord& word : prose.words)
        if (is_english_prose(prose) && judge(prose, word).kind == Verdict::Kind::unknown)
          unknown.at(is_upper(decode(word.text, 0).value) ? 1 : 0).insert(word.lower);
    for (std::size_t i = 0; i < strange.size(); ++i)
      strange.at(i) = doubt_of_unknown(unknown.at(i).size(), counts.size());
  }

  /// A paragraph that stands twice counts once: a copied question makes no slip a term.
  void count() {
    std::set<std::string_view> seen;
    std::size_t foreign = 0;
    for (const ProseBlock& prose : blocks) {
      foreign += is_english_prose(prose) ? 0 : 1;
      if (!seen.insert(context.bank.blocks[prose.block].text.chars()).second) continue;
      for (const ProseWord& word : prose.words) {
        ++counts[word.lower];
        ++words;
        if (is_name(word)) ++names[word.text];
      }
    }
    mixed = foreign > 1 && foreign * 20 > blocks.size();
  }

  static bool is_name(const ProseWord& word) { return !word.opens && is_upper(decode(word.text, 0).value); }

  std::size_t count_of(std::string_view lower) const {
    const auto found = counts.find(lower);
    return found == counts.end() ? 0 : found->second;
  }

  const Verdict& judge(const ProseBlock& prose, const ProseWord& word) const {
    static const Verdict kKnown;
    if (!word.judged || (word.known && is_english_prose(prose)) || in_vocabulary(context.options, word.text))
      return kKnown;
    return context.speller.judge(word.text, prose.language);
  }

  /// Whether a word is not known, or only as a name or in Latin while it has no capital.
  bool is_strange(const ProseBlock& prose, std::size_t i) const {
    if (i >= prose.words.size() || (prose.words[i].known && is_english_prose(prose))) return false;
    if (judge(prose, prose.words[i]).kind != Verdict::Kind::known) return true;
    if (!is_english_prose(prose)) return false;
    const auto info = look_up(prose.words[i].lower);
    return info && info->source == WordSource::name && prose.words[i].lower == prose.words[i].text;
  }

  /// Whether the word before it is one that other languages put before nouns: "al dente", "pate de coing".
  static bool follows_foreign(const ProseBlock& prose, std::size_t i) {
    constexpr std::string_view kForeign[] = {"al",  "au",  "aux", "das", "de",  "del", "della", "der", "des", "di",
                                             "die", "du",  "e",   "el",  "et",  "il",  "la",    "las", "le",  "les",
                                             "los", "non", "un",  "una", "und", "une", "von",   "y"};
    return i > 0 && std::ranges::find(kForeign, prose.words[i - 1].lower) != std::end(kForeign);
  }

  /// Whether it is the second half of the Latin name of a living thing: "Necator americanus", "H. influenzae".
  static bool is_species(const ProseBlock& prose, std::size_t i, std::string_view chars) {
    constexpr std::string_view kEndings[] = {"us", "um", "ae", "ii", "is", "ans", "ens", "oides", "a"};
    const ProseWord& word = prose.words[i];
    if (i == 0 || word.lower != word.text) return false;
    if (std::ranges::none_of(kEndings, [&](std::string_view ending) { return word.lower.ends_with(ending); }))
      return false;
    const ProseWord& genus = prose.words[i - 1];
    const std::string_view between = chars.substr(genus.chars.end, word.chars.begin - genus.chars.end);
    if (!is_upper(decode(genus.text, 0).value) || (between != " " && !(between == ". " && genus.text.size() == 1)))
      return false;
    const auto info = look_up(genus.lower);
    return genus.text.size() == 1 || !info || info->source < WordSource::field;
  }

  /// Whether the words before it say that a word is spoken of: "the word X", "is called X", "the definition of X".
  static bool is_mentioned(const ProseBlock& prose, std::size_t i) {
    constexpr std::string_view kCues[] = {"called", "definition", "known", "latin", "meaning", "named", "term", "word"};
    for (std::size_t back = 1; back <= 2 && back <= i; ++back)
      if (std::ranges::binary_search(kCues, prose.words[i - back].text)) return true;
    return false;
  }

  /// Whether the bank has a short word in capitals, too: "neet" where another question asks of "NEET".
  bool is_acronym(const ProseWord& word) const {
    constexpr std::size_t kLongest = 5;
    if (word.text.size() > kLongest || word.text != word.lower) return false;
    std::string upper(word.text);
    for (char& c : upper) c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c;
    return names.contains(upper);
  }

  /// Whether emphasis is on this word alone, as on the names of parameters.
  bool is_set_off(const ProseBlock& prose, const ProseWord& word) const {
    return std::ranges::any_of(context.bank.blocks[prose.block].inlines, [&](const Inline& run) {
      return run.kind == InlineKind::emphasis && run.chars == word.chars;
    });
  }

  /// Words of which the text around tells that they are no prose of their language.
  double strangeness_at(const ProseBlock& prose, std::size_t i) const {
    const int near = static_cast<int>(is_strange(prose, i - 1)) + static_cast<int>(is_strange(prose, i + 1));
    const int further = static_cast<int>(is_strange(prose, i - 2)) + static_cast<int>(is_strange(prose, i + 2));
    return 3.0 * near + 1.0 * further + (is_english_prose(prose) && follows_foreign(prose, i) ? 4 : 0) +
           (is_mentioned(prose, i) ? 2 : 0) +
           (is_english_prose(prose) && is_species(prose, i, context.bank.blocks[prose.block].text.chars()) ? 6 : 0);
  }

  /// What the place takes from the margin of a misspelling.
  double doubt_at(const ProseBlock& prose, std::size_t i) const {
    constexpr std::size_t kWordsThatTell = 12;  ///< fewer words do not surely show their language
    const ProseWord& word = prose.words[i];
    double doubt = strangeness_at(prose, i);
    if (is_english_prose(prose)) doubt += strange.at(is_upper(decode(word.text, 0).value) ? 1 : 0);
    const std::size_t recurs = count_of(word.lower);
    if (recurs > 1) doubt += 1.6 * std::log2(static_cast<double>(recurs)) - 1.1;
    if (word.quoted) doubt += 1.5;
    if (word.joined) doubt += 1;
    if (is_set_off(prose, word)) doubt += 4.8;
    if (is_acronym(word)) doubt += 4;
    const bool usual = !is_english_prose(prose) && prose.language == context.bank.language;
    if (mixed && !usual && prose.words.size() < kWordsThatTell) doubt += 2;
    const std::size_t company = std::min<std::size_t>(prose.words.size(), word.in_line);
    return doubt + (company <= 2 ? 3.25 : company <= 4 ? 1.25 : 0);
  }

  /// Whether a word beside it is a common one with a capital: "Application Load Balencer".
  static bool is_in_title(const ProseBlock& prose, std::size_t i) {
    const auto is_capital_word = [&](std::size_t at) {
      if (at >= prose.words.size() || !is_upper(decode(prose.words[at].text, 0).value)) return false;
      const auto info = look_up(prose.words[at].lower);
      return info && info->source == WordSource::dictionary && !info->capitalised && info->frequency >= 8;
    };
    return is_capital_word(i - 1) || is_capital_word(i + 1);
  }

  /// Whether a word stands right beside a name that is nothing else: "Shirley Bassey".
  bool is_beside_name(const ProseBlock& prose, std::size_t i) const {
    const std::string& chars = context.bank.blocks[prose.block].text.chars();
    const auto is_name_at = [&](std::size_t at, std::size_t left) {
      if (at >= prose.words.size() || !is_upper(decode(prose.words[at].text, 0).value)) return false;
      const Offset end = prose.words[left].chars.end;
      if (prose.words[left + 1].chars.begin != end + 1 || chars[end] != ' ') return false;
      const auto info = look_up(prose.words[at].lower);
      return info && info->named && info->capitalised;
    };
    return (i > 0 && is_name_at(i - 1, i - 1)) || is_name_at(i + 1, i);
  }

  /// Whether a word stands with the initials of a name: "J. Gjessing" behind a comma, "by", "and" or another initial,
  /// "M.L. Griss", "Thuan L. Thai". A single letter and a dot may also end a sentence ("vitamin C.") or be a label.
  bool is_beside_initial(const ProseBlock& prose, std::size_t i) const {
    const std::string_view chars = context.bank.blocks[prose.block].text.chars();
    const auto is_initial = [&](std::size_t at) {
      return at + 1 < chars.size() && chars[at] >= 'A' && chars[at] <= 'Z' && chars[at + 1] == '.' &&
             (at == 0 || !is_ascii_letter(chars[at - 1]));
    };
    const Span word = prose.words[i].chars;
    if (chars.substr(word.end).starts_with(" ") && is_initial(word.end + 1U) && chars.substr(word.end + 3U, 1) == " ")
      return word.end + 4U < chars.size() && chars[word.end + 4U] >= 'A' && chars[word.end + 4U] <= 'Z';
    std::size_t at = word.begin;
    if (at > 0 && chars[at - 1] == ' ') --at;
    if (at < 2 || !is_initial(at - 2)) return false;
    const std::string_view before = trimmed(chars.substr(0, at - 2));
    if (before.size() > 1 && is_initial(before.size() - 2)) return true;
    return before.ends_with(',') || before.ends_with(" by") || before.ends_with(" and") || before.ends_with('&');
  }

  /// Whether a field holds a word, two or three, each with a capital, as names do: "Josh Homme".
  static bool is_bare_name(const ProseBlock& prose) {
    return prose.words.size() <= 3 &&
           std::ranges::all_of(prose.words, [](const ProseWord& word) { return is_upper(decode(word.text, 0).value); });
  }

  /// What a capital takes from a short word where capitals are usual. Names have variants that no list has all of
  /// ("Katarina"), and begin many a task ("Meenu plants a tree"), while the words that open questions are common ones.
  static double name_at_opening(std::string_view word, const std::optional<WordInfo>& correction) {
    constexpr std::size_t kLong = 8;      ///< letters; a word of more is hardly near another one by chance
    constexpr std::uint8_t kCommon = 11;  ///< Zipf value 5.5: "What", "Explain"
    constexpr double kUsual = 0.4, kShort = 1.4;
    const bool common = correction && correction->frequency >= kCommon;
    return word.size() >= kLong || common ? kUsual : kShort;
  }

  /// Whether a word is another one with its last letter doubled, as names are: "Buffett".
  static bool has_doubled_end(std::string_view word, std::string_view correction) {
    return correction.size() > 1 && word.size() == correction.size() + 1 && word.back() == correction.back() &&
           word.starts_with(correction) && correction[correction.size() - 2] != correction.back();
  }

  /// What a capital takes from it: in mid-sentence, and anywhere beside a name where the correction is none.
  double capital_at(const ProseBlock& prose, std::size_t i, std::string_view correction) const {
    constexpr std::size_t kLongName = 8;
    const double beside_name = prose.title_case ? 4 : 7;
    const std::string_view word = prose.words[i].text;
    if (!is_upper(decode(word, 0).value)) return 0;
    const auto info = look_up(plain_lower(correction));
    const bool name = info && info->named && info->capitalised;
    if (!name && is_beside_name(prose, i)) return beside_name;
    if (is_beside_initial(prose, i)) return beside_name;
    if (!name && is_name(prose.words[i]) && has_doubled_end(word, correction)) return beside_name;
    const bool product = product_named(plain_lower(correction)).has_value();
    const double variant = name && !product && word.size() <= kLongName ? 2.5 : 0;
    const bool in_title = names.contains(correction) || is_in_title(prose, i);
    if (prose.title_case) return (in_title ? 1.4 : 2.5) + variant;
    if (!is_name(prose.words[i])) return std::max(is_bare_name(prose) ? 2 : 0.4, name_at_opening(word, info)) + variant;
    return (in_title ? 2.5 : 4.5) + variant;
  }

  /// What speaks for a correction: it stands in this bank more often than in other texts.
  double support_of(const Correction& correction, std::size_t recurs) const {
    const double count = static_cast<double>(count_of(plain_lower(correction.word)));
    if (count <= static_cast<double>(recurs)) return 0;
    const double expected = words * std::pow(10, correction.frequency / 2.0 - 9);
    return std::clamp(0.6 * std::log2(count / (expected + 0.5)), 0.0, 1.5);
  }

  /// The corrections by how well they fit here; only those whose margin is not lost.
  std::vector<Correction> fitting(const ProseBlock& prose, std::size_t i, const Verdict& verdict) const {
    const double doubt = doubt_at(prose, i);
    const std::size_t recurs = count_of(prose.words[i].lower);
    std::vector<Correction> out = verdict.corrections;
    for (Correction& correction : out)
      correction.margin += support_of(correction, recurs) - doubt - capital_at(prose, i, correction.word);
    // What is written in one English is mended in that one.
    const English english = context.options.english;
    if (english != English::any && is_english_prose(prose))
      for (Correction& correction : out)
        correction.word = in_variety(correction.word, english == English::british).value_or(correction.word);
    std::ranges::stable_sort(out, [](const Correction& a, const Correction& b) { return a.margin > b.margin; });
    return out;
  }

  /// Whether the label of a choice has run into it: "decreasedc) Sodium" was "decreased c) Sodium".
  bool holds_label(const ProseBlock& prose, const ProseWord& word) const {
    const std::string& chars = context.bank.blocks[prose.block].text.chars();
    const bool labelled = word.chars.end < chars.size() && chars[word.chars.end] == ')';
    const char label = word.text.back();
    return labelled && label >= 'a' && label <= 'e' && word.lower.size() > 3 &&
           is_english(std::string_view(word.lower).substr(0, word.lower.size() - 1));
  }

  /// Whether it is one half of a word with a hyphen in it: "progres-sive".
  bool is_half(const ProseBlock& prose, std::size_t i) const {
    const std::string& chars = context.bank.blocks[prose.block].text.chars();
    const auto joins = [&](std::size_t left) {
      const ProseWord& a = prose.words[left];
      const ProseWord& b = prose.words[left + 1];
      return b.chars.begin == a.chars.end + 1 && chars[a.chars.end] == '-' && look_up(a.lower + b.lower);
    };
    if (!prose.words[i].joined) return false;
    return (i > 0 && joins(i - 1)) || (i + 1 < prose.words.size() && joins(i));
  }

  /// The word that a blank within it makes two of: "car cinoma", "w hich". One of the halves must be no word, none one
  /// of the commonest ("thes is").
  std::optional<std::string> split_word(const ProseBlock& prose, std::size_t left) const {
    constexpr std::size_t kShortest = 5;
    if (left + 1 >= prose.words.size()) return std::nullopt;
    const ProseWord& a = prose.words[left];
    const ProseWord& b = prose.words[left + 1];
    const std::string& chars = context.bank.blocks[prose.block].text.chars();
    if (b.chars.begin != a.chars.end + 1 || chars[a.chars.end] != ' ' || b.text != b.lower) return std::nullopt;
    if (!a.judged || !b.judged || a.text.substr(1) != std::string_view(a.lower).substr(1)) return std::nullopt;
    const auto is_commonest = [](const ProseWord& half) {
      constexpr std::uint8_t kCommonest = 12;
      const auto info = half.text.size() > 1 ? look_up(half.lower) : std::nullopt;
      return info && info->frequency >= kCommonest;
    };
    if (is_commonest(a) || is_commonest(b)) return std::nullopt;
    const auto info = look_up(a.lower + b.lower);
    const bool word = info && info->source == WordSource::dictionary && !info->capitalised;
    if (!word || a.lower.size() + b.lower.size() < kShortest) return std::nullopt;
    return std::string(a.text) + b.lower;
  }

  void look_at_variety(const ProseBlock& prose, const ProseWord& word, std::vector<Doubt>& out) const {
    const English english = context.options.english;
    if (english == English::any || !word.judged || !is_english_prose(prose) || is_name(word)) return;
    if (in_vocabulary(context.options, word.text)) return;
    const std::optional<std::string> other = in_variety(word.text, english == English::british);
    if (other) out.push_back({prose.block, word.chars, word.text, {*other}, true, true, true});
  }

  void look_at(const ProseBlock& prose, std::size_t i, std::vector<Doubt>& out) const {
    constexpr double kClearLead = 1.6;  ///< by so much the best correction leads where a fix is safe
    constexpr double kBehind = 3;       ///< what is further behind the best is not worth a line
    const ProseWord& word = prose.words[i];
    const Verdict& verdict = judge(prose, word);
    if (verdict.kind == Verdict::Kind::known) return look_at_variety(prose, word, out);
    if (is_english_prose(prose))
      for (const std::size_t left : {i - 1, i})
        if (const auto whole = i > 0 || left == i ? split_word(prose, left) : std::nullopt) {
          const Span span{prose.words[left].chars.begin, prose.words[left + 1].chars.end};
          if (out.empty() || out.back().block != prose.block || !out.back().chars.overlaps(span))
            out.push_back(
                {prose.block, span, slice(context.bank.blocks[prose.block].text.chars(), span), {*whole}, true, true});
          return;
        }
    if (is_english_prose(prose) && (run_together(word.text, verdict) || holds_label(prose, word) || is_half(prose, i)))
      return;
    Doubt doubt{prose.block, word.chars, word.text};
    const std::vector<Correction> corrections = fitting(prose, i, verdict);
    doubt.misspelling = !corrections.empty() && corrections[0].margin >= 0;
    doubt.sure = corrections.size() == 1 ||
                 (corrections.size() > 1 && corrections[0].margin - corrections[1].margin >= kClearLead);
    for (const Correction& correction : corrections)
      if (doubt.corrections.size() < 3 && correction.margin >= corrections[0].margin - kBehind)
        doubt.corrections.push_back(correction.word);
    out.push_back(std::move(doubt));
  }
};

}  // namespace

std::vector<Doubt> doubtful_words(const BankContext& context) {
  Spelling spelling{context, prose_blocks(context)};
  spelling.count();
  spelling.count_strange();
  const std::vector<WrongName>& names = wrong_names(context);  // another check's
  std::vector<Doubt> out;
  for (const ProseBlock& prose : spelling.blocks) {
    for (std::size_t i = 0; i < prose.words.size(); ++i) spelling.look_at(prose, i, out);
  }
  std::erase_if(out, [&](const Doubt& doubt) {
    return std::ranges::any_of(
        names, [&](const WrongName& name) { return name.block == doubt.block && name.chars.overlaps(doubt.chars); });
  });
  for (Doubt& doubt : out)
    if (doubt.misspelling && !doubt.variety) doubt.misspelling = !is_cited(context.bank, doubt.block, doubt.chars);
  return out;
}

}  // namespace quizlint
