#include "checks/typos/products.h"

#include <algorithm>
#include <map>
#include <optional>
#include <string>

#include "checks/speller.h"
#include "checks/speller_distance.h"
#include "checks/speller_english.h"
#include "knowledge/products.h"
#include "text/utf8.h"

namespace quizlint {
namespace {

/// "french fries", "german measles": what is written small in front of these.
bool names_no_language(std::string_view next) {
  constexpr std::string_view kThings[] = {"fries",   "fry",      "toast", "press", "door", "doors",
                                          "window",  "windows",  "horn",  "horns", "kiss", "kisses",
                                          "measles", "dressing", "braid", "knot"};
  return std::ranges::find(kThings, next) != std::end(kThings);
}

constexpr double kFarthest = 2.1;  ///< the cost of the slips beyond which a name is rather another one

/// Whether a word that is none may have been meant for a name. Another first or last letter makes other names and
/// words of them ("Goldman", "YouTuber"); so does another letter within a short one ("Jankins").
bool may_be_slip(std::string_view lower, std::string_view name) {
  constexpr std::size_t kShort = 7;
  const bool looks_alike = lower.front() == 'l' && name.front() == 'i';  // in many typefaces
  if ((lower.front() != name.front() && !looks_alike) || lower.back() != name.back()) return false;
  if (lower.starts_with(name) || name.starts_with(lower)) return false;
  std::string a(lower), b(name);
  std::ranges::sort(a);
  std::ranges::sort(b);
  if (std::max(a.size(), b.size()) <= kShort && a.size() == b.size() && a != b) return false;
  return slip_cost(lower, name) <= kFarthest;
}

/// Whether a capital stands behind the first letter: "PostgresSQL", not "Postgre".
bool has_inner_capital(std::string_view word) {
  return std::ranges::any_of(word.substr(1), [](char c) { return c >= 'A' && c <= 'Z'; });
}

constexpr std::size_t kSentence = 4;  ///< fewer words may be a tag or a list

struct Names {
  const BankContext& context;
  const Block& block;
  const ProseBlock& prose;

  /// Words i to i + count - 1 with one blank, a line end or nothing but a dot between them, or nothing.
  std::optional<Span> run_of(std::size_t i, std::size_t count) const {
    if (i + count > prose.words.size()) return std::nullopt;
    const std::string& chars = block.text.chars();
    for (std::size_t k = i; k + 1 < i + count; ++k) {
      const Offset end = prose.words[k].chars.end;
      if (prose.words[k + 1].chars.begin != end + 1 || chars[end] != ' ') return std::nullopt;
    }
    const Span span{prose.words[i].chars.begin, prose.words[i + count - 1].chars.end};
    return block.text.has_opaque(span) ? std::nullopt : std::optional(span);
  }

  bool stands_apart(Span span) const {
    const std::string& chars = block.text.chars();
    const char before = span.begin > 0 ? chars[span.begin - 1] : ' ';
    const char after = span.end < chars.size() ? chars[span.end] : ' ';
    const char further = span.end + 1U < chars.size() ? chars[span.end + 1U] : ' ';
    const bool goes_on = (after == '.' || after == '-') && (is_ascii_letter(further) || is_ascii_digit(further));
    return std::string_view("/\\.@#$_-~=&\"'`:").find(before) == std::string_view::npos && !goes_on &&
           std::string_view("\\_=@/(\"`").find(after) == std::string_view::npos;
  }

  bool in_vocabulary(std::string_view written) const {
    return std::binary_search(context.options.vocabulary.begin(), context.options.vocabulary.end(), written);
  }

  std::optional<WrongName> casing_at(std::size_t i, std::size_t count) const {
    const std::optional<Span> span = run_of(i, count);
    if (!span || !stands_apart(*span) || prose.words[i].quoted) return std::nullopt;
    const std::string_view written = slice(block.text.chars(), *span);
    const std::string lower = plain_lower(written);
    const auto name = product_for(written, lower);
    if (!name || in_vocabulary(written)) return std::nullopt;
    if (lower == written && count == 1) {
      if (prose.words.size() < kSentence) return std::nullopt;
      if (i + 1 < prose.words.size() && names_no_language(prose.words[i + 1].lower)) return std::nullopt;
    }
    return WrongName{prose.block, *span, *name, false};
  }

  /// A name with inner capitals that is written all in lower case: "javascript". Acronyms are also commands: "aws".
  std::optional<WrongName> casual_at(std::size_t i) const {
    const ProseWord& word = prose.words[i];
    if (word.lower != word.text || word.quoted || word.joined || prose.words.size() < kSentence) return std::nullopt;
    const auto name = product_named(word.lower);
    const bool acronym = name && std::ranges::none_of(*name, [](char c) { return c >= 'a' && c <= 'z'; });
    if (!name || acronym || !has_inner_capital(*name) || !stands_apart(word.chars) || in_vocabulary(word.text))
      return std::nullopt;
    return block.text.has_opaque(word.chars) ? std::nullopt
                                             : std::optional(WrongName{prose.block, word.chars, *name, false});
  }

  /// A slip of a name: in a word that is none and that has a name's capitals, or whose like is no other word.
  std::optional<WrongName> slip_at(std::size_t i) const {
    const ProseWord& word = prose.words[i];
    if (word.known || !word.judged || word.quoted || word.text.size() < 6 || !stands_apart(word.chars))
      return std::nullopt;
    const std::string lower = word.lower;
    if (is_english(lower) || in_vocabulary(word.text)) return std::nullopt;
    const auto name = product_near(lower);
    if (!name || !may_be_slip(lower, plain_lower(*name))) return std::nullopt;
    if (has_inner_capital(word.text) && !has_inner_capital(*name)) return std::nullopt;  // "EurOpen" is no "European"
    const Verdict& verdict = context.speller.judge(word.text, "en");
    const bool nearer_word =
        verdict.kind == Verdict::Kind::misspelling && plain_lower(verdict.corrections[0].word) != plain_lower(*name);
    return nearer_word ? std::nullopt : std::optional(WrongName{prose.block, word.chars, *name, true});
  }
};

/// Of names in lower case those that the bank else writes rightly, so that they are slips and no manner.
std::vector<WrongName> slips_of_manner(const BankContext& context, std::vector<WrongName> casual) {
  constexpr std::size_t kTimes = 3;  ///< as often at least a name must be right
  if (casual.empty()) return casual;
  std::map<std::string_view, std::size_t> wrong, right;
  for (const WrongName& name : casual) ++wrong[name.name];
  for (const ProseBlock& prose : prose_blocks(context))
    for (const ProseWord& word : prose.words)
      if (wrong.contains(word.text)) ++right[word.text];
  std::erase_if(casual, [&](const WrongName& name) { return right[name.name] < kTimes * wrong[name.name]; });
  return casual;
}

std::vector<WrongName> find_wrong_names(const BankContext& context) {
  std::vector<WrongName> out, casual;
  for (const ProseBlock& prose : prose_blocks(context)) {
    if (!prose.language.empty() && prose.language != "en") continue;
    const Names names{context, context.bank.blocks[prose.block], prose};
    for (std::size_t i = 0; i < prose.words.size(); ++i) {
      const bool begins = !prose.words[i].in_code && begins_product(prose.words[i].lower);
      std::optional<WrongName> wrong;
      std::size_t count = kProductWords;
      if (begins)
        for (; count > 0 && !wrong; --count) wrong = names.casing_at(i, count);
      if (!wrong) wrong = names.slip_at(i);
      if (!wrong && begins)
        if (const auto name = names.casual_at(i)) casual.push_back(*name);
      if (!wrong) continue;
      out.push_back(*wrong);
      while (i + 1 < prose.words.size() && prose.words[i + 1].chars.begin < wrong->chars.end) ++i;
    }
  }
  const std::vector<WrongName> slips = slips_of_manner(context, std::move(casual));
  out.insert(out.end(), slips.begin(), slips.end());
  return out;
}

}  // namespace

const std::vector<WrongName>& wrong_names(const BankContext& context) {
  if (!context.shared.names)
    context.shared.names = std::make_shared<const std::vector<WrongName>>(find_wrong_names(context));
  return *context.shared.names;
}

}  // namespace quizlint
