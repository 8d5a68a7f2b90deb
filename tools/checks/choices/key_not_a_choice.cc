#include <set>

#include <fmt/format.h>

#include "checks/choices/choice_text.h"

namespace quizlint {
namespace {

constexpr CheckInfo kInfo = {
    .id = "choices/key-not-a-choice",
    .severity = Severity::error,
    .summary = "The key names a choice that is not there.",
    .why =
        "\"Answer: E\" below four choices, or a key whose text is none of them: whoever picks the right choice is told "
        "that it is wrong. Most often a choice was removed or the key slipped by one.",
    .bad = "1. Which planet is the largest?\n\n   A. Mars\n   B. Jupiter\n\n   Answer: C\n",
    .good = "1. Which planet is the largest?\n\n   A. Mars\n   B. Jupiter\n\n   Answer: B\n",
    .fix = "",
};

std::string quoted(const Question& question) {
  std::string out;
  for (const std::string& key : question.keys) out += (out.empty() ? "'" : ", '") + key + "'";
  return out;
}

std::string message_for(const Question& question) {
  const std::size_t right = count_right(question);
  if (right == 0)
    return fmt::format("the key {} names none of the {} choices; correct the key or add the choice", quoted(question),
                       question.choices.size());
  return fmt::format("not every part of the key {} names one of the {} choices; correct the key or add the choice",
                     quoted(question), question.choices.size());
}

void run(const BankContext& context) {
  each_choice_question(context.bank, [&](const Question& question, std::uint32_t index) {
    const std::set<std::string> keys(question.keys.begin(), question.keys.end());
    if (keys.empty() || count_right(question) >= keys.size()) return;
    Finding found = finding(kInfo, trimmed(context.bank.source, question.answer_span), message_for(question));
    found.question = index;
    context.report(std::move(found));
  });
}

}  // namespace

extern const BankCheck kKeyNotAChoice;
const BankCheck kKeyNotAChoice = {kInfo, run};

}  // namespace quizlint
