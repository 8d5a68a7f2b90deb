#include <algorithm>

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

/// Where more answers than one in ten questions seem orphans, the reading is to be doubted and not the bank.
constexpr std::size_t kQuestionsAnOrphan = 10, kAlways = 2;

/// Whether a passage is what a question has for an answer: a key, which names a choice and is no text of the question.
bool is_key(const Bank& bank, Span passage) {
  return std::ranges::any_of(bank.questions, [&](const Question& it) { return it.answer_span.covers(passage); });
}

std::vector<PassageAt> orphans(const Bank& bank, const Knowledge& knowledge) {
  std::vector<PassageAt> found;
  for (const PassageAt& at : passages_of(bank)) {
    if (at.place != Place::any || at.question != 0) continue;
    const Block& block = bank.blocks[at.slices.front().block];
    if (block.kind != BlockKind::paragraph && block.kind != BlockKind::heading) continue;
    if (block.details_depth > 0 || !begins_as_answer(knowledge, trimmed(chars_of(bank, at.slices.front())))) continue;
    if (!is_key(bank, passage_span(bank, at.slices))) found.push_back(at);
  }
  return found;
}

void run(const BankContext& context) {
  const Bank& bank = context.bank;
  if (bank.questions.empty()) return;
  const std::vector<PassageAt> found = orphans(bank, context.knowledge);
  if (found.size() > std::max(kAlways, bank.questions.size() / kQuestionsAnOrphan)) return;
  for (const PassageAt& at : found) {
    Finding orphan = finding_in(bank, kInfo, passage_span(bank, at.slices), "this answer has no question");
    orphan.subject = chars_of(bank, at.slices.front());
    context.report(std::move(orphan));
  }
}

}  // namespace

extern const BankCheck kOrphanAnswer;
const BankCheck kOrphanAnswer = {kInfo, run};

}  // namespace quizlint
