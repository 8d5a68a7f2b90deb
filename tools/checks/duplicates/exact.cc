#include "checks/similarity/similarity.h"

namespace quizlint {

extern const RunCheck kExact;

namespace {

void run(const RunContext& context) {
  report_repeats(context, kExact.info, Copy::exact);
}

}  // namespace

const RunCheck kExact = {
    {.id = "duplicates/exact",
     .severity = Severity::error,
     .summary = "the same question stands twice",
     .why = "Two copies grow apart: one is corrected, the other is not. White space, case, typographic quotes and the "
            "order of choices do not make another question; other code, another picture or other choices do. A "
            "question that says nothing by itself (\"What is the output?\") is the same only where the rest is.",
     .bad = "## What is a mutex?\n\nA lock that one thread at a time can hold.\n\n"
            "## What is a deadlock?\n\nTwo threads wait for each other.\n\n"
            "## What is a Mutex?\n\nMutual exclusion.\n",
     .good = "## What is a mutex?\n\nA lock that one thread at a time can hold.\n\n"
             "## What is a deadlock?\n\nTwo threads wait for each other.\n\n"
             "## What is a semaphore?\n\nA counter that threads wait on.\n",
     .fix = "Removes the later copy where the first has all that it has; unsafe."},
    run};

}  // namespace quizlint
