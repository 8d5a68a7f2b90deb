#include "checks/similarity/similarity.h"

namespace quizlint {

extern const RunCheck kConflicting;

namespace {

void run(const RunContext& context) {
  report_repeats(context, kConflicting.info, Copy::conflict);
}

}  // namespace

const RunCheck kConflicting = {
    {.id = "duplicates/conflicting",
     .severity = Severity::error,
     .summary = "the same question stands twice, with answers that contradict",
     .why = "One of the two answers is wrong, and whoever learns from the bank cannot know which. Keys are compared, "
            "and short answers that are numbers or yes and no; longer answers are not judged.",
     .bad = "## In which year did Unix time begin?\n\n1970\n\n"
            "## What is a shell?\n\nA program that runs commands.\n\n"
            "## In which year did Unix time begin?\n\n1969\n",
     .good = "## In which year did Unix time begin?\n\n1970\n\n"
             "## What is a shell?\n\nA program that runs commands.\n\n"
             "## In which year will 32 bit Unix time end?\n\n2038\n"},
    run};

}  // namespace quizlint
