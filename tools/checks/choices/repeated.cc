#include <map>

#include <fmt/format.h>

#include "checks/choices/choice_text.h"

namespace quizlint {
namespace {

constexpr CheckInfo kInfo = {
    .id = "choices/repeated",
    .severity = Severity::error,
    .summary = "Two choices of a question are the same.",
    .why =
        "Two equal choices are either both right or both wasted, and mostly the slip of a copy whose own text was "
        "never "
        "written. Choices are compared as they are written, with case, symbols, code and images, because in a question "
        "on `A` and `a` or on `\"x\"` and `x` they are what it is about.",
    .bad = "## Which planet is the largest?\n\n- [ ] Mars\n- [x] Jupiter\n- [ ] Mars\n",
    .good = "## Which planet is the largest?\n\n- [ ] Mars\n- [x] Jupiter\n- [ ] Venus\n",
    .fix = "",
};

void run(const BankContext& context) {
  const Bank& bank = context.bank;
  each_choice_question(bank, [&](const Question& question, std::uint32_t index) {
    std::map<std::string, const Choice*> seen;
    for (const Choice& choice : question.choices) {
      if (is_blank(bank, choice)) continue;
      const auto [first, fresh] = seen.emplace(written(bank, choice), &choice);
      if (fresh) continue;
      Finding found = finding(kInfo, trimmed(bank.source, choice.span),
                              fmt::format("the choice repeats {}; write another one", name_of(bank, *first->second)));
      found.question = index;
      found.related.push_back({bank.path, first->second->span, {}, {}, "the same choice stands here"});
      context.report(std::move(found));
    }
  });
}

}  // namespace

extern const BankCheck kRepeated;
const BankCheck kRepeated = {kInfo, run};

}  // namespace quizlint
