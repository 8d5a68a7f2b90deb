#include "checks/similarity/similarity.h"

namespace quizlint {

extern const RunCheck kNear;

namespace {

void run(const RunContext& context) {
  report_repeats(context, kNear.info, Copy::near);
}

}  // namespace

const RunCheck kNear = {
    {.id = "duplicates/near",
     .severity = Severity::warning,
     .summary = "the same question stands twice but for small edits",
     .why = "Articles, plurals, spelling, punctuation, a moved \"in Python\" or a typo make no new question. Other "
            "numbers, names, code, a negation or swapped roles do, and are never reported.",
     .bad = "## What is a metaclass in Python, and how do you use it?\n\nThe class of a class.\n\n"
            "## What is a closure?\n\nA function with its surroundings.\n\n"
            "## What are metaclasses, and how do you use them in Python?\n\nClasses whose instances are classes.\n",
     .good = "## How do you convert a list to a tuple?\n\nCall `tuple` on it.\n\n"
             "## What is a closure?\n\nA function with its surroundings.\n\n"
             "## How do you convert a tuple to a list?\n\nCall `list` on it.\n"},
    run};

}  // namespace quizlint
