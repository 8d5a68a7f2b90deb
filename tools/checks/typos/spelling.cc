#include "checks/typos/spelling.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <string>

#include "checks/speller_english.h"
#include "checks/typos/products.h"
#include "checks/typos/prose.h"
#include "checks/typos/run_together.h"
#include "text/utf8.h"

namespace quizlint {
namespace {

using Counts = std::map<std::string, std::size_t, std::less<>>;

bool is_english_prose(const ProseBlock& prose) {
  return prose.language.empty() || prose.language == "en";
}

bool in_vocabulary(const CheckOptions& options, std::string_view word) {
  const auto has = [&](std::string_view form) {
    return std::binary_search(options.vocabulary.begin(), options.vocabulary.end(), form);
  };
  if (options.vocabulary.empty()) return false;
  const std::string lower = plain_lower(word);
  return has(word) || has(lower) ||
         std::ranges::any_of(options.vocabulary, [&](const std::string& known) { return plain_lower(known) == lower; });
}

struct Spelling {
  const BankContext& context;
  std::vector<ProseBlock> blocks;
  Counts counts{};
  Counts names{};  ///< words with a capital in mid-sentence, as they stand

  void count() {
    for (const ProseBlock& prose : blocks)
      for (const ProseWord& word : prose.words) {
        ++counts[plain_lower(word.text)];
        if (is_name(word)) ++names[std::string(word.text)];
      }
  }

  static bool is_name(const ProseWord& word) { return !word.opens && is_upper(decode(word.text, 0).value); }

  std::size_t count_of(std::string_view word) const {
    const auto found = counts.find(plain_lower(word));
    return found == counts.end() ? 0 : found->second;
  }

  const Verdict& judge(const ProseBlock& prose, const ProseWord& word) const {
    static const Verdict kKnown;
    if (!word.judged || in_vocabulary(context.options, word.text)) return kKnown;
    return context.speller.judge(word.text, prose.language);
  }

  bool is_strange(const ProseBlock& prose, std::size_t i) const {
    return i < prose.words.size() && judge(prose, prose.words[i]).kind != Verdict::Kind::known;
  }

  /// Whether the word before it is one that other languages put before nouns: "al dente", "pate de coing".
  static bool follows_foreign(const ProseBlock& prose, std::size_t i) {
    constexpr std::string_view kForeign[] = {"al",  "das", "de",  "del", "der", "des", "di",  "die",
                                             "du",  "e",   "el",  "et",  "il",  "la",  "las", "le",
                                             "les", "los", "non", "un",  "una", "une", "von", "y"};
    return i > 0 && std::ranges::find(kForeign, plain_lower(prose.words[i - 1].text)) != std::end(kForeign);
  }

  /// What the place takes from the margin of a misspelling.
  double doubt_at(const ProseBlock& prose, std::size_t i, const Verdict& verdict) const {
    const ProseWord& word = prose.words[i];
    double doubt = 0;
    const std::size_t recurs = count_of(word.text);
    const std::size_t correct = verdict.corrections.empty() ? 0 : count_of(verdict.corrections[0]);
    if (recurs > 1) doubt += 1.6 * std::log2(static_cast<double>(recurs)) - 0.6;
    if (correct > recurs) doubt -= correct > 4 * recurs ? 1.5 : 1;
    if (is_name(word))
      doubt += prose.title_case ? 0.5 : correct > 0 && names.contains(verdict.corrections[0]) ? 1.5 : 4.5;
    if (follows_foreign(prose, i)) doubt += 3;
    if (word.quoted) doubt += 1.5;
    if (word.joined) doubt += 1;
    if (prose.words.size() <= 2) doubt += 1;
    const int strange = static_cast<int>(is_strange(prose, i - 1)) + static_cast<int>(is_strange(prose, i + 1));
    const int further = static_cast<int>(is_strange(prose, i - 2)) + static_cast<int>(is_strange(prose, i + 2));
    return doubt + 2.5 * strange + 1.0 * further;
  }

  void look_at(const ProseBlock& prose, std::size_t i, std::vector<Doubt>& out) const {
    const ProseWord& word = prose.words[i];
    const Verdict& verdict = judge(prose, word);
    if (verdict.kind == Verdict::Kind::known || run_together(word.text, verdict)) return;
    Doubt doubt{prose.block, word.chars, word.text, &verdict};
    if (verdict.kind == Verdict::Kind::misspelling) {
      const double margin = verdict.margin - doubt_at(prose, i, verdict);
      doubt.misspelling = margin >= -0.05;
      doubt.sure = verdict.sure;
    }
    out.push_back(doubt);
  }
};

}  // namespace

std::vector<Doubt> doubtful_words(const BankContext& context) {
  Spelling spelling{context, prose_blocks(context.bank)};
  spelling.count();
  const std::vector<WrongName> names = wrong_names(context, spelling.blocks);  // another check's
  std::vector<Doubt> out;
  for (const ProseBlock& prose : spelling.blocks) {
    if (!is_english_prose(prose)) continue;
    for (std::size_t i = 0; i < prose.words.size(); ++i) spelling.look_at(prose, i, out);
  }
  std::erase_if(out, [&](const Doubt& doubt) {
    return std::ranges::any_of(
        names, [&](const WrongName& name) { return name.block == doubt.block && name.chars.overlaps(doubt.chars); });
  });
  return out;
}

}  // namespace quizlint
