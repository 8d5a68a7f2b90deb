#include "checks/similarity/similarity.h"

namespace quizlint {

extern const RunCheck kParaphrase;

namespace {

void run(const RunContext& context) {
  report_repeats(context, kParaphrase.info, Copy::paraphrase);
}

}  // namespace

const RunCheck kParaphrase = {
    {.id = "duplicates/paraphrase",
     .severity = Severity::info,
     .summary = "very likely the same question in other words",
     .why = "\"Explain closures\" and \"Can you describe what a closure is?\" ask the same. Frames of questions and "
            "synonyms are put aside; what is left must be about the same things in the same roles.",
     .bad = "## What is garbage collection?\n\nReclaiming memory that nobody uses.\n\n"
            "## What is a pointer?\n\nA variable that holds an address.\n\n"
            "## Can you explain garbage collection?\n\nThe runtime frees what cannot be reached.\n",
     .good = "## What is garbage collection?\n\nReclaiming memory that nobody uses.\n\n"
             "## What is a pointer?\n\nA variable that holds an address.\n\n"
             "## Why is garbage collection slow?\n\nIt has to visit all that lives.\n"},
    run};

}  // namespace quizlint
