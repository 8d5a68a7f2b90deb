#include "checks/typos/spelling.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <string>

#include "checks/speller_english.h"
#include "checks/typos/prose.h"
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

  void count() {
    for (const ProseBlock& prose : blocks)
      for (const ProseWord& word : prose.words) ++counts[plain_lower(word.text)];
  }

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

  /// What the place takes from the margin of a misspelling.
  double doubt_at(const ProseBlock& prose, std::size_t i, const Verdict& verdict) const {
    const ProseWord& word = prose.words[i];
    double doubt = 0;
    const std::size_t recurs = count_of(word.text);
    if (recurs > 1) doubt += 1.2 * std::log2(static_cast<double>(recurs)) - 0.6;
    if (!verdict.corrections.empty() && count_of(verdict.corrections[0]) > recurs) doubt -= 1;
    if (is_upper(decode(word.text, 0).value) && !word.opens) doubt += prose.title_case ? 0.5 : 3;
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
    if (verdict.kind == Verdict::Kind::known) return;
    Doubt doubt{prose.block, word.chars, word.text, &verdict};
    if (verdict.kind == Verdict::Kind::misspelling) {
      const double margin = verdict.margin - doubt_at(prose, i, verdict);
      doubt.misspelling = margin >= 0;
      doubt.sure = verdict.sure;
    }
    out.push_back(doubt);
  }
};

}  // namespace

std::vector<Doubt> doubtful_words(const BankContext& context) {
  Spelling spelling{context, prose_blocks(context.bank)};
  spelling.count();
  std::vector<Doubt> out;
  for (const ProseBlock& prose : spelling.blocks) {
    if (!is_english_prose(prose)) continue;
    for (std::size_t i = 0; i < prose.words.size(); ++i) spelling.look_at(prose, i, out);
  }
  return out;
}

}  // namespace quizlint
