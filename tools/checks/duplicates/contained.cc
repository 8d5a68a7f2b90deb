#include "checks/similarity/contained.h"

#include <fmt/format.h>

#include "checks/similarity/similarity.h"

namespace quizlint {

extern const RunCheck kContained;

namespace {

std::string where(const RunContext& context, const Contained& contained) {
  const std::string& first = context.banks[contained.in.front()].path;
  if (contained.in.size() == 1) return first;
  const std::string_view folder = directory_of(first);
  return fmt::format("{} files of {}", contained.in.size(), folder.empty() ? "this folder" : folder);
}

void run(const RunContext& context) {
  for (const Contained& contained : similarity_of(context).contained) {
    const Digest& bank = context.banks[contained.bank];
    const Digest& other = context.banks[contained.in.front()];
    Finding found = finding(kContained.info, {},
                            fmt::format("{} of the {} questions of this bank also stand in {}; exclude one of the two "
                                        "from checking, or delete it",
                                        contained.shared, bank.questions.size(), where(context, contained)));
    found.path = bank.path;
    found.related.push_back({other.path, {}, {}, {}, "they stand here too"});
    found.subject = "contained";
    context.report(std::move(found));
  }
}

}  // namespace

const RunCheck kContained = {
    {.id = "duplicates/contained",
     .severity = Severity::warning,
     .summary = "most of a bank stands in another bank",
     .why = "A README generated from one file a question, or a copy of a bank, repeats hundreds of questions on "
            "purpose. That is said once for the bank; repeats inside each of the two are still reported, and so is an "
            "answer that differs.",
     .bad = "==> bank.md <==\n\n"
            "## What is a stack?\n\nA list with one open end.\n\n"
            "## What is a queue?\n\nA list with two open ends.\n\n"
            "## What is a heap?\n\nA tree that is ordered downwards.\n\n"
            "## What is a trie?\n\nA tree of letters.\n\n"
            "## What is a graph?\n\nA set of nodes and edges.\n\n"
            "==> copy.md <==\n\n"
            "## What is a stack?\n\nA list with one open end.\n\n"
            "## What is a queue?\n\nA list with two open ends.\n\n"
            "## What is a heap?\n\nA tree that is ordered downwards.\n\n"
            "## What is a trie?\n\nA tree of letters.\n\n"
            "## What is a graph?\n\nA set of nodes and edges.\n\n",
     .good = "==> bank.md <==\n\n"
             "## What is a stack?\n\nA list with one open end.\n\n"
             "## What is a queue?\n\nA list with two open ends.\n\n"
             "## What is a heap?\n\nA tree that is ordered downwards.\n\n"
             "## What is a trie?\n\nA tree of letters.\n\n"
             "## What is a graph?\n\nA set of nodes and edges.\n\n"
             "==> other.md <==\n\n"
             "## What is a loop?\n\nA run that repeats.\n\n"
             "## What is a branch?\n\nA choice of two ways.\n\n"
             "## What is a call?\n\nA jump that comes back.\n\n"
             "## What is a macro?\n\nA text that becomes code.\n\n"
             "## What is a module?\n\nA file with a name.\n\n"},
    run};

}  // namespace quizlint
