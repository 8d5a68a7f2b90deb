#include "checks/choices/choice_text.h"

namespace quizlint {
namespace {

constexpr CheckInfo kInfo = {
    .id = "choices/empty",
    .severity = Severity::error,
    .summary = "A choice shows nothing.",
    .why =
        "A box or a letter without anything to be seen behind it: the choice's text was never written, fell out, or is "
        "a "
        "tag such as <b> that no reader of the page sees.",
    .bad = "## Which planet is the largest?\n\n- [ ] Mars\n- [x] Jupiter\n- [ ]\n",
    .good = "## Which planet is the largest?\n\n- [ ] Mars\n- [x] Jupiter\n- [ ] Venus\n",
    .fix = "",
};

void run(const BankContext& context) {
  each_choice_question(context.bank, [&](const Question& question, std::uint32_t index) {
    for (const Choice& choice : question.choices)
      if (is_blank(context.bank, choice))
        report_choice(context, kInfo, index, choice,
                      "the choice shows nothing; write its text, or put it between backticks if it is a tag");
  });
}

}  // namespace

extern const BankCheck kEmpty;
const BankCheck kEmpty = {kInfo, run};

}  // namespace quizlint
