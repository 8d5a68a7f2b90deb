#include "checks/check.h"
#include "checks/passages.h"

namespace quizlint {
namespace {

constexpr CheckInfo kInfo = {
    .id = "unanswered/missing",
    .severity = Severity::error,
    .summary = "The question has no answer.",
    .why =
        "A question without an answer helps nobody who learns from the bank, and nobody sees that it is missing once "
        "the bank is long. In a bank that holds no answer, no answer label and no empty place for one, which is a "
        "list of questions, it is only told as info; `answers: required`, `optional` or `none` in the configuration "
        "settles it. A question with choices gets choices/no-key instead.",
    .bad =
        "**Q:** What does a mutex protect?\n\n**A:**\n\n**Q:** What is a deadlock?\n\n**A:** Two threads that wait "
        "for each other.\n",
    .good =
        "**Q:** What does a mutex protect?\n\n**A:** Data that several threads use.\n\n**Q:** What is a "
        "deadlock?\n\n**A:** Two threads that wait for each other.\n",
    .fix = "",
};

/// A mere list of questions expects no answers, even where another part of its file has some.
bool expects_answer(const Bank& bank, const Question& question) {
  return question.part < bank.parts.size() ? bank.parts[question.part].expects_answers : bank.expects_answers;
}

Severity severity_of(const BankContext& context, const Question& question) {
  switch (context.options.answers) {
    case AnswersMode::required: return Severity::error;
    case AnswersMode::optional: return Severity::info;
    default: return expects_answer(context.bank, question) ? Severity::error : Severity::info;
  }
}

bool lacks_answer(const Bank& bank, const Question& question) {
  if (!question.choices.empty() || !question.keys.empty() || question.marked_by_hand) return false;
  return !shows_something(bank, question.answer, question.answer_span) &&
         !shows_something(bank, question.explanation, question.span);
}

void run(const BankContext& context) {
  const Bank& bank = context.bank;
  if (context.options.answers == AnswersMode::none) return;
  for (std::size_t i = 0; i < bank.questions.size(); ++i) {
    if (!lacks_answer(bank, bank.questions[i])) continue;
    Finding found = finding(kInfo, stem_lines(bank, bank.questions[i]), "the question has no answer");
    found.severity = severity_of(context, bank.questions[i]);
    found.question = static_cast<std::uint32_t>(i + 1);
    context.report(std::move(found));
  }
}

}  // namespace

extern const BankCheck kMissing;
const BankCheck kMissing = {kInfo, run};

}  // namespace quizlint
