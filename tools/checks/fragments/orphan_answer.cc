#include "checks/check.h"
#include "checks/passages.h"
#include "knowledge/pattern_index.h"

namespace quizlint {
namespace {

constexpr CheckInfo kInfo = {
    .id = "fragments/orphan-answer",
    .severity = Severity::info,
    .summary = "An answer without a question.",
    .why = "Its question was removed or lost its mark, and readers take the answer for the end of the one before.",
    .bad =
        "A: A lock that one thread holds at a time.\n\n**Q:** What is a thread?\n\n**A:** A line of execution.\n\n"
        "**Q:** What is a queue?\n\n**A:** A line of things that wait.\n",
    .good =
        "**Q:** What is a thread?\n\n**A:** A line of execution.\n\n**Q:** What is a queue?\n\n**A:** A line of "
        "things that wait.\n",
    .fix = "",
};

/// Whether a text begins with an answer's label and a colon.
bool begins_as_answer(const Knowledge& knowledge, std::string_view text) {
  const std::size_t colon = text.find(':');
  if (colon == std::string_view::npos || colon > 30 || colon + 1 == text.size()) return false;
  return holds(knowledge.words("labels/answer"), lowered(trimmed(text.substr(0, colon))));
}

void run(const BankContext& context) {
  const Bank& bank = context.bank;
  if (bank.questions.empty()) return;
  for (const PassageAt& at : passages_of(bank)) {
    if (at.place != Place::any) continue;
    const BlockKind kind = bank.blocks[at.slices.front().block].kind;
    if (kind != BlockKind::paragraph && kind != BlockKind::heading) continue;
    if (!begins_as_answer(context.knowledge, trimmed(chars_of(bank, at.slices.front())))) continue;
    Finding found = finding_in(bank, kInfo, passage_span(bank, at.slices), "this answer has no question");
    found.subject = chars_of(bank, at.slices.front());
    context.report(std::move(found));
  }
}

}  // namespace

extern const BankCheck kOrphanAnswer;
const BankCheck kOrphanAnswer = {kInfo, run};

}  // namespace quizlint
