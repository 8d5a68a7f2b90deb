#include "checks/typos/products.h"

#include <algorithm>
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
      if (prose.words.size() < 4) return std::nullopt;
      if (i + 1 < prose.words.size() && names_no_language(prose.words[i + 1].lower)) return std::nullopt;
    }
    return WrongName{prose.block, *span, *name, false};
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
    const Verdict& verdict = context.speller.judge(word.text, "en");
    const bool nearer_word =
        verdict.kind == Verdict::Kind::misspelling && plain_lower(verdict.corrections[0].word) != plain_lower(*name);
    return nearer_word ? std::nullopt : std::optional(WrongName{prose.block, word.chars, *name, true});
  }
};

std::vector<WrongName> find_wrong_names(const BankContext& context) {
  std::vector<WrongName> out;
  for (const ProseBlock& prose : prose_blocks(context)) {
    if (!prose.language.empty() && prose.language != "en") continue;
    const Names names{context, context.bank.blocks[prose.block], prose};
    for (std::size_t i = 0; i < prose.words.size(); ++i) {
      std::optional<WrongName> wrong;
      std::size_t count = kProductWords;
      if (!prose.words[i].in_code && begins_product(prose.words[i].lower))
        for (; count > 0 && !wrong; --count) wrong = names.casing_at(i, count);
      if (!wrong) wrong = names.slip_at(i);
      if (!wrong) continue;
      out.push_back(*wrong);
      while (i + 1 < prose.words.size() && prose.words[i + 1].chars.begin < wrong->chars.end) ++i;
    }
  }
  return out;
}

}  // namespace

const std::vector<WrongName>& wrong_names(const BankContext& context) {
  if (!context.shared.names)
    context.shared.names = std::make_shared<const std::vector<WrongName>>(find_wrong_names(context));
  return *context.shared.names;
}

}  // namespace quizlint
