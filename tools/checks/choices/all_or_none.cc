#include <fmt/format.h>

#include "checks/choices/choice_text.h"
#include "knowledge/pattern.h"

namespace quizlint {
namespace {

constexpr CheckInfo kInfo = {
    .id = "choices/all-or-none",
    .severity = Severity::info,
    .summary = "A choice is \"all of the above\" or \"none of the above\".",
    .why =
        "Whoever knows that two choices are right picks \"all of the above\" without knowing the third, and whoever "
        "picks \"none of the above\" need not know what is right. Such a choice also breaks when choices are shuffled. "
        "Source: rules 22 and 25 of Haladyna, Downing and Rodriguez 2002; Tarrant et al. 2006.",
    .bad = "## Which planet has rings?\n\n- [ ] Jupiter\n- [ ] Saturn\n- [x] All of the above\n",
    .good = "## Which planets have rings?\n\n- [x] Jupiter\n- [x] Saturn\n- [ ] Mars\n",
    .fix = "",
};

constexpr std::string_view kLiterals =
    "all of \nnone of \nneither of \nboth of \nall the above\nall above\nnone above\n"
    "any of ";
const Pattern& pattern() {
  static const Pattern pattern(
      R"((?i)^(?:all|none|neither|both|any)(?: of)?(?: the| these)? ?(?:above|mentioned|listed|options|choices|answers|these|them|others)?(?: (?:above|mentioned|listed|options|choices|answers|are (?:correct|true|right)))*[.!]?$)",
      kLiterals);
  return pattern;
}

void run(const BankContext& context) {
  const Bank& bank = context.bank;
  each_choice_question(bank, [&](const Question& question, std::uint32_t index) {
    if (!is_english(bank, question) || question.choices.size() < 3) return;
    for (const Choice& choice : question.choices) {
      if (!pattern().matches(plain(bank, choice.text))) continue;
      report_choice(context, kInfo, index, choice,
                    "the choice speaks of the other choices; ask for all that apply, or write a choice of its own");
    }
  });
}

}  // namespace

extern const BankCheck kAllOrNone;
const BankCheck kAllOrNone = {kInfo, run};

}  // namespace quizlint
