#include <algorithm>

#include <fmt/format.h>

#include "checks/choices/choice_text.h"
#include "checks/passages.h"
#include "knowledge/choice_count.h"

namespace quizlint {
namespace {

constexpr CheckInfo kInfo = {
    .id = "choices/no-key",
    .severity = Severity::error,
    .summary = "No choice is marked as the right one.",
    .why =
        "A question with choices that says nowhere which of them is right cannot be scored and teaches nothing. In a "
        "bank in which no question has a key, such as a sheet that is handed out, it is only told as info; `answers: "
        "required`, `optional` or `none` in the configuration settles it. Where the stem asks for a number of choices "
        "(\"Choose two\"), fewer marked ones are told too. Source: Haladyna, Downing and Rodriguez, \"A Review of "
        "Multiple-Choice Item-Writing Guidelines for Classroom Assessment\", 2002.",
    .bad =
        "## Which planet is the largest?\n\n- [ ] Mars\n- [ ] Jupiter\n\n## Which planet is the smallest?\n\n- [x] "
        "Mercury\n- [ ] Venus\n",
    .good =
        "## Which planet is the largest?\n\n- [ ] Mars\n- [x] Jupiter\n\n## Which planet is the smallest?\n\n- [x] "
        "Mercury\n- [ ] Venus\n",
    .fix = "",
};

bool lacks_key(const Bank& bank, const Question& question) {
  return count_right(question) == 0 && question.keys.empty() && !shows_something(bank, question.answer, {});
}

/// Whether several questions have choices and none a key: the keys of a quiz may stand elsewhere.
bool keys_stand_elsewhere(const Bank& bank) {
  constexpr std::size_t kSeveral = 3;
  std::size_t asked = 0;
  std::size_t keyed = 0;
  each_choice_question(bank, [&](const Question& question, std::uint32_t) {
    ++asked;
    keyed += !lacks_key(bank, question) || question.answer_slot;
  });
  return asked >= kSeveral && keyed == 0;
}

Severity severity_in(const BankContext& context) {
  switch (context.options.answers) {
    case AnswersMode::required: return Severity::error;
    case AnswersMode::optional: return Severity::info;
    default: break;
  }
  const bool expected = context.bank.expects_answers && !keys_stand_elsewhere(context.bank);
  return expected ? Severity::error : Severity::info;
}

void report_lack(const BankContext& context, Severity severity, std::uint32_t index, std::string message) {
  const Bank& bank = context.bank;
  Finding found = finding(kInfo, stem_lines(bank, bank.questions[index - 1]), std::move(message));
  found.severity = severity;
  found.question = index;
  context.report(std::move(found));
}

void run(const BankContext& context) {
  if (context.options.answers == AnswersMode::none) return;
  const Severity severity = severity_in(context);
  each_choice_question(context.bank, [&](const Question& question, std::uint32_t index) {
    if (question.choices.size() < 2) return;  // choices/too-few
    if (lacks_key(context.bank, question))
      return report_lack(context, severity, index,
                         "no choice is marked as the right one; mark it or name it in an answer");
    const auto right = static_cast<int>(count_right(question));
    const int asked = keys_asked(plain(context.bank, question.stem));
    if (right > 0 && asked > right && !combines(context.bank, question))
      report_lack(
          context, severity, index,
          fmt::format("the question asks for {} right choices, but only {} is marked; mark the others", asked, right));
  });
}

}  // namespace

extern const BankCheck kNoKey;
const BankCheck kNoKey = {kInfo, run};

}  // namespace quizlint
