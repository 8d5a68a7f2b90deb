#include <fmt/format.h>

#include "checks/choices/choice_text.h"
#include "knowledge/choice_count.h"

namespace quizlint {
namespace {

constexpr CheckInfo kInfo = {
    .id = "choices/several-keys",
    .severity = Severity::error,
    .summary = "More choices are marked as right than the question allows.",
    .why =
        "A question with one key more than it asks for is scored at random. Told where the form allows one right "
        "choice "
        "(round boxes, a record with one key) or the stem asks for a number (\"Choose two\", \"Which one\"); check "
        "boxes and \"Select all that apply\" allow any number. Source: Haladyna, Downing and Rodriguez, \"A Review of "
        "Multiple-Choice Item-Writing Guidelines for Classroom Assessment\", 2002: make sure that only one of the "
        "choices is the right answer.",
    .bad = "## Which planet is the largest?\n\n( ) Mars\n(x) Jupiter\n(x) Saturn\n",
    .good = "## Which planet is the largest?\n\n( ) Mars\n(x) Jupiter\n( ) Saturn\n",
    .fix = "",
};

void run(const BankContext& context) {
  each_choice_question(context.bank, [&](const Question& question, std::uint32_t index) {
    const auto right = static_cast<int>(count_right(question));
    if (right < 2 || question.keys.size() == 1) return;
    const int asked = keys_asked(plain(context.bank, question.stem));
    const bool one = question.kind == QuestionKind::single_choice || question.kind == QuestionKind::true_false;
    const int allowed = asked > 0 ? asked : one && asked != kAnyNumber ? 1 : right;
    if (right > allowed)
      report_question(
          context, kInfo, index,
          fmt::format("{} choices are marked as right, but the question allows {}; unmark the others", right, allowed));
  });
}

}  // namespace

extern const BankCheck kSeveralKeys;
const BankCheck kSeveralKeys = {kInfo, run};

}  // namespace quizlint
