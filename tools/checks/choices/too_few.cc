#include "checks/choices/choice_text.h"

namespace quizlint {
namespace {

constexpr CheckInfo kInfo = {
    .id = "choices/too-few",
    .severity = Severity::error,
    .summary = "The question has one choice only.",
    .why =
        "There is nothing to pick from: the other choices were lost, or their marks are broken so that they read as "
        "text. Two choices are enough (\"True\", \"False\"); three are usual and as good as four, say Haladyna, "
        "Downing and Rodriguez, \"A Review of Multiple-Choice Item-Writing Guidelines for Classroom Assessment\", "
        "2002.",
    .bad =
        "## Which planet is the largest?\n\n- [x] Jupiter\n\n## Which planet is the smallest?\n\n- [x] Mercury\n- [ ] "
        "Venus\n",
    .good =
        "## Which planet is the largest?\n\n- [x] Jupiter\n- [ ] Mars\n\n## Which planet is the smallest?\n\n- [x] "
        "Mercury\n- [ ] Venus\n",
    .fix = "",
};

void run(const BankContext& context) {
  each_choice_question(context.bank, [&](const Question& question, std::uint32_t index) {
    if (question.choices.size() < 2)
      report_question(context, kInfo, index, "there is one choice only; add others or mend their marks");
  });
}

}  // namespace

extern const BankCheck kTooFew;
const BankCheck kTooFew = {kInfo, run};

}  // namespace quizlint
