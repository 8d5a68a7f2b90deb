#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "checks/check.h"
#include "checks/fragments/leftovers.h"
#include "checks/passages.h"
#include "formats/labels.h"

namespace quizlint {
namespace {

constexpr CheckInfo kInfo = {
    .id = "fragments/leftover-markup",
    .severity = Severity::warning,
    .summary = "Markup that shows in the text: unbalanced emphasis, unclosed fences, a label twice, conflict markers.",
    .why =
        "A lost `**` shows as two stars, and a fence that is never closed turns the questions below it into code. "
        "Conflict markers and template residue are what a tool left behind. `**kwargs`, `2 ** 3` and code are no "
        "leftovers.",
    .bad =
        "**Q:** What is a mutex?\n\n**A:** **A lock. One thread holds it at a time.\n\n**Q:** What is a "
        "queue?\n\n**A:** "
        "A line.\n",
    .good =
        "**Q:** What is a mutex?\n\n**A:** **A lock.** One thread holds it at a time.\n\n**Q:** What is a queue?\n\n"
        "**A:** A line.\n",
    .fix =
        "Removes the second of two like labels, and stars at the end of a text that close nothing; closes a fence "
        "before "
        "the question that follows it.",
};

Finding leftover_at(const Bank& bank, Span span, std::string message) {
  Finding found = finding_in(bank, kInfo, span, std::move(message));
  found.subject = slice(bank.source, span);
  return found;
}

Span first_line(std::string_view source, Span span) {
  const std::size_t end = source.find('\n', span.begin);
  return trimmed(source, {span.begin, std::min(span.end, static_cast<Offset>(std::min(end, source.size())))});
}

/// A fence that holds nothing swallowed nothing: it ends code that other markup hid.
bool swallows(std::string_view line, const Block& block) {
  const bool fence = line.find("```") != std::string_view::npos || line.find("~~~") != std::string_view::npos;
  return fence && !trimmed(block.text.chars()).empty();
}

/// Where reading went on behind the fence, with the next question, the fence was to end there.
void close_fence(const Bank& bank, const Block& block, Span line, Finding& found) {
  const std::string_view opening = slice(bank.source, line);
  const std::size_t sign = opening.find_first_not_of("`~");
  const std::string_view fence = opening.substr(0, sign);
  if (fence.size() < 3 || block.list_depth > 0 || block.quote_depth > 0) return;
  const Span code = trimmed(bank.source, block.span);
  const std::size_t end = bank.source.find('\n', code.end);
  if (end == std::string_view::npos || end >= block.span.end) return;
  const bool crlf = bank.source[end - 1] == '\r';
  const auto at = static_cast<Offset>(end + 1);
  found.fixes.push_back({"Close the fence", Safety::safe, {{{at, at}, std::string(fence) + (crlf ? "\r\n" : "\n")}}});
}

void look_for_unclosed(const BankContext& context, const Block& block) {
  if (block.closed || (block.kind != BlockKind::code && block.kind != BlockKind::markup)) return;
  const bool code = block.kind == BlockKind::code;
  const Span line = first_line(context.bank.source, block.span);
  if (code && !swallows(slice(context.bank.source, line), block)) return;
  Finding found =
      finding_in(context.bank, kInfo, line, code ? "this code fence is never closed" : "this comment is never closed");
  found.subject = slice(context.bank.source, line);
  if (code && block.span.end < context.bank.source.size()) close_fence(context.bank, block, line, found);
  context.report(std::move(found));
}

/// Emphasis may begin or end inside the label; then its marks are not ours to break.
bool is_plain(const Block& block, Span chars) {
  return block.text.editable(chars) && std::ranges::none_of(block.inlines, [chars](const Inline& run) {
           return run.chars.begin < chars.end && chars.begin < run.chars.end;
         });
}

void look_in_text(const BankContext& context, const Block& block) {
  for (const Leftover& leftover : leftovers_in(block.text)) {
    Finding found = leftover_at(context.bank, block.text.source(leftover.chars), leftover.message);
    if (!leftover.clutter.empty() && is_plain(block, leftover.clutter))
      found.fixes.push_back({"Remove it", Safety::safe, {{block.text.source(leftover.clutter), ""}}});
    context.report(std::move(found));
  }
}

void look_at_label(const BankContext& context, const Passage& passage) {
  if (passage.empty() || passage.front().chars.begin == 0) return;
  const Block& block = context.bank.blocks[passage.front().block];
  const Span again = doubled_label(slice(block.text.chars(), {0, passage.front().chars.end}));
  if (again.empty() || again.end > passage.front().chars.begin) return;
  const Span shown = trimmed(block.text.chars(), again);
  Finding found = finding_in(context.bank, kInfo, block.text.source(shown),
                             fmt::format("a second label, '{}', follows the first", slice(block.text.chars(), shown)));
  found.subject = slice(block.text.chars(), shown);
  if (is_plain(block, again))
    found.fixes.push_back({"Remove the second label", Safety::safe, {{block.text.source(again), ""}}});
  context.report(std::move(found));
}

void run(const BankContext& context) {
  const Bank& bank = context.bank;
  for (const Question& question : bank.questions) {
    look_at_label(context, question.stem);
    look_at_label(context, question.answer);
  }
  for (const Block& block : bank.blocks) {
    look_for_unclosed(context, block);
    if (block.kind == BlockKind::paragraph || block.kind == BlockKind::heading || block.kind == BlockKind::summary)
      look_in_text(context, block);
  }
  for (const Conflict& conflict : conflicts_in(bank))
    context.report(
        leftover_at(bank, conflict.marker, "a merge conflict was never settled; its markers still stand here"));
  for (const LooseTag& tag : loose_tags_in(bank))
    context.report(leftover_at(
        bank, tag.span,
        tag.closes ? fmt::format("</{}> closes nothing", tag.name) : fmt::format("<{}> is never closed", tag.name)));
}

}  // namespace

extern const BankCheck kLeftoverMarkup;
const BankCheck kLeftoverMarkup = {kInfo, run};

}  // namespace quizlint
