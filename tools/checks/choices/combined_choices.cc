#include <algorithm>

#include "checks/choices/choice_text.h"

namespace quizlint {
namespace {

constexpr CheckInfo kInfo = {
    .id = "choices/combined-choices",
    .severity = Severity::info,
    .summary = "A choice combines others, such as \"both A and C\".",
    .why =
        "Whoever knows one of the combined parts can rule out most choices, and the letters break when choices are "
        "shuffled. Ask for all that apply instead. Source: rule 9 of Haladyna, Downing and Rodriguez 2002 (avoid the "
        "complex, type K, format); Tarrant et al. 2006.",
    .bad =
        "1. Which planet has rings?\n\n   A. Jupiter\n   B. Mars\n   C. Saturn\n   D. Both A and C\n\n   Answer: D\n",
    .good =
        "1. Which planets have rings? (Select all that apply)\n\n   A. Jupiter\n   B. Mars\n   C. Saturn\n   D. "
        "Mercury\n\n   Answer: A, C\n",
    .fix = "",
};

void run(const BankContext& context) {
  each_choice_question(context.bank, [&](const Question& question, std::uint32_t index) {
    if (question.choices.size() < 3) return;
    const auto first =
        std::ranges::find_if(question.choices, [&](const Choice& it) { return combines(context.bank, it); });
    if (first != question.choices.end())
      report_choice(context, kInfo, index, *first, "the choice combines others; ask for all that apply instead");
  });
}

}  // namespace

extern const BankCheck kCombinedChoices;
const BankCheck kCombinedChoices = {kInfo, run};

}  // namespace quizlint
