#include <algorithm>

#include "checks/check.h"
#include "checks/passages.h"

namespace quizlint {
namespace {

constexpr CheckInfo kInfo = {
    .id = "fragments/stray-text",
    .severity = Severity::warning,
    .summary = "Text that belongs to no question, and list items without text.",
    .why =
        "Half a sentence between two questions is most often the end of an answer that was cut or moved. Titles, "
        "introductions, tables of contents and notes at the end are at home and not meant.",
    .bad =
        "**Q:** What is a mutex?\n\n**A:** A lock that one thread holds at a time.\n\nand scalable.\n\n**Q:** What is "
        "a "
        "queue?\n\n**A:** A line of things that wait.\n",
    .good =
        "**Q:** What is a mutex?\n\n**A:** A lock that one thread holds at a time.\n\n**Q:** What is a queue?\n\n"
        "**A:** A line of things that wait.\n",
    .fix = "",
};

/// Whether nothing but blanks stands between two runs of the file.
bool adjoin(const Bank& bank, Span a, Span b) {
  return a.end <= b.begin && trimmed(slice(bank.source, {a.end, b.begin})).empty();
}

/// Stray slices with only blanks between them are one run.
std::vector<Span> stray_runs(const Bank& bank) {
  std::vector<Span> runs;
  for (const Slice& slice : bank.stray) {
    const Span span = passage_span(bank, {&slice, 1});
    if (trimmed(quizlint::slice(bank.source, span)).empty()) continue;
    if (!runs.empty() && adjoin(bank, runs.back(), span)) {
      runs.back() = join(runs.back(), span);
    } else {
      runs.push_back(span);
    }
  }
  return runs;
}

/// Where a fifth as many runs as questions are stray, the file is no mere bank, and they may be at home in it.
constexpr std::size_t kQuestionsARun = 5, kAlways = 2;

/// A list marker that nothing follows: no text, no code, whose author may not have indented it, no deeper list.
bool is_empty_item(const Bank& bank, std::size_t i) {
  const Block& block = bank.blocks[i];
  const bool item = block.kind == BlockKind::paragraph && block.marker.kind != Marker::Kind::none &&
                    block.marker.task == Marker::Task::none;
  if (!item || !block.text.empty() || !block.inlines.empty()) return false;
  for (std::size_t next = i + 1; next < bank.blocks.size(); ++next) {
    const Block& below = bank.blocks[next];
    if (below.kind == BlockKind::blank) continue;
    if (below.kind == BlockKind::code && block.marker.kind == Marker::Kind::ordered) return false;
    return below.list_depth < block.list_depth || below.marker.kind != Marker::Kind::none;
  }
  return true;
}

/// A bare number at a list's end may be meant for a question still to come; it is as empty as a lone dash.
void report_empty_items(const BankContext& context) {
  const Bank& bank = context.bank;
  for (std::size_t i = 0; i < bank.blocks.size(); ++i) {
    if (!is_empty_item(bank, i)) continue;
    const Block& block = bank.blocks[i];
    Finding found = finding_in(bank, kInfo, block.marker.source, "this list item holds nothing; write it or remove it");
    found.subject = "empty item";
    found.fixes.push_back({"Remove the empty item", Safety::safe, {{block.span, ""}}});
    context.report(std::move(found));
  }
}

void run(const BankContext& context) {
  const Bank& bank = context.bank;
  if (!bank.questions.empty()) report_empty_items(context);
  const std::vector<Span> runs = stray_runs(bank);
  if (bank.questions.empty() || runs.size() > std::max(kAlways, bank.questions.size() / kQuestionsARun)) return;
  for (const Span span : runs) {
    Finding found = finding(kInfo, trimmed(bank.source, span),
                            "this text belongs to no question; put it where it belongs, or remove it");
    found.subject = slice(bank.source, found.span).substr(0, 200);
    context.report(std::move(found));
  }
}

}  // namespace

extern const BankCheck kStrayText;
const BankCheck kStrayText = {kInfo, run};

}  // namespace quizlint
