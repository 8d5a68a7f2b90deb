#include <algorithm>
#include <optional>

#include <fmt/format.h>

#include "checks/check.h"
#include "checks/speller.h"
#include "checks/speller_english.h"
#include "checks/typos/prose.h"
#include "checks/typos/run_together.h"
#include "knowledge/vocabulary.h"
#include "text/utf8.h"

namespace quizlint {
namespace {

void run(const BankContext& context);

}  // namespace

extern const BankCheck kSpacing;
const BankCheck kSpacing = {
    .info =
        {.id = "typos/spacing",
         .severity = Severity::info,
         .summary =
             "Blanks that are missing or too many: two inside a sentence, none before \"(\", words run together.",
         .why =
             "Words run together (\"inorder to\") are misspellings that a dictionary cannot correct. Two blanks at the "
             "end of a sentence, columns lined up with blanks, calls like `f(x)` and code are left alone.",
         .bad = "**Q:** Is  it better atleast once to sort the list(it is short) first?\n**A:** Yes.\n",
         .good = "**Q:** Is it better at least once to sort the list (it is short) first?\n**A:** Yes.\n",
         .fix = "Puts one blank."},
    .run = run};

namespace {

struct Spacing {
  const BankContext& context;
  const Block& block;
  const ProseBlock& prose;

  const std::string& chars() const { return block.text.chars(); }
  char at(std::size_t i) const { return i < chars().size() ? chars()[i] : '\n'; }

  void report(Span where, std::string message, Span replaced, const std::string& by, Safety safety) const {
    Finding found = finding(kSpacing.info, block.text.source(where), std::move(message));
    found.subject = std::string(slice(chars(), where));
    if (block.text.editable(replaced))
      found.fixes.push_back({"Mend the blanks", safety, {{block.text.source(replaced), by}}});
    context.report(std::move(found));
  }

  /// Whether the line of a place lines something up: with a tab, three blanks or several pairs of them in sentences.
  bool is_lined_up(std::size_t place) const {
    const std::size_t begin = chars().rfind('\n', place) + 1;
    const std::size_t end = std::min(chars().find('\n', place), chars().size());
    const std::string_view line = trimmed(std::string_view(chars()).substr(begin, end - begin));
    int pairs = 0;
    for (std::size_t i = line.find("  "); i != std::string_view::npos; i = line.find("  ", i + 2))
      pairs += std::string_view(".?!:").find(line[i - 1]) == std::string_view::npos ? 1 : 0;
    return line.find("   ") != std::string_view::npos || line.find('\t') != std::string_view::npos || pairs > 1;
  }

  void look_between(const ProseWord& left, const ProseWord& right) const {
    const Offset end = left.chars.end;
    if (right.chars.begin != end + 2 || at(end) != ' ' || at(end + 1U) != ' ') return;
    if (!left.judged || !right.judged || block.kind == BlockKind::table || is_lined_up(end)) return;
    const Span blanks{end, end + 2};
    if (block.text.source(blanks).size() != blanks.size()) return;  // a picture or a tag stands between the two
    report(blanks, fmt::format("two blanks between '{}' and '{}'", left.text, right.text), blanks, " ", Safety::safe);
  }

  /// "list(it is short)": a bracket right behind a word holds words, not arguments.
  void look_at_bracket(const ProseWord& word) const {
    const Offset end = word.chars.end;
    if (at(end) != '(' || word.in_code || word.text.size() < 3) return;
    const std::size_t close = chars().find(')', end);
    if (close == std::string::npos) return;
    const std::string_view inside = std::string_view(chars()).substr(end + 1U, close - end - 1U);
    const auto is_plain = [](char c) { return is_ascii_letter(c) || c == ' ' || c == '\'' || c == '-'; };
    const bool remark = inside.starts_with("e.g.") || inside.starts_with("i.e.");
    if (!remark && (inside.find(' ') == std::string_view::npos || !std::ranges::all_of(inside, is_plain))) return;
    const std::string lower = word.lower;
    if (lower != word.text || !is_english(lower) || block.text.has_opaque({end, static_cast<Offset>(close)})) return;
    report({word.chars.begin, end + 1U}, fmt::format("no blank between '{}' and '('", word.text), {end, end + 1U}, " (",
           Safety::safe);
  }

  void look_inside(const ProseWord& word) const {
    if (!word.judged || word.joined || word.quoted || (word.known && !is_often_joined(word.lower))) return;
    const std::optional<std::string> parts = run_together(word.text, context.speller.judge(word.text, "en"));
    if (!parts) return;
    report(word.chars, fmt::format("'{}' is '{}' run together", word.text, *parts), word.chars, *parts,
           Safety::suggestion);
  }
};

void run(const BankContext& context) {
  for (const ProseBlock& prose : prose_blocks(context)) {
    if (!prose.language.empty() && prose.language != "en") continue;
    const Spacing spacing{context, context.bank.blocks[prose.block], prose};
    for (std::size_t i = 0; i < prose.words.size(); ++i) {
      if (i > 0) spacing.look_between(prose.words[i - 1], prose.words[i]);
      spacing.look_at_bracket(prose.words[i]);
      spacing.look_inside(prose.words[i]);
    }
  }
}

}  // namespace
}  // namespace quizlint
