#include <fmt/format.h>

#include "checks/check.h"
#include "checks/typos/spelling.h"

namespace quizlint {
namespace {

void run(const BankContext& context);

}  // namespace

extern const BankCheck kUnknownWord;
const BankCheck kUnknownWord = {
    .info =
        {.id = "typos/unknown-word",
         .severity = Severity::info,
         .on_by_default = false,
         .summary = "A word that no dictionary knows and that resembles none.",
         .why =
             "Most of these are terms and names that the bank's vocabulary lacks; a few are typos beyond recognition. "
             "`quizlint words` lists them by frequency and adds those you choose to the vocabulary.",
         .bad = "**Q:** What does the frobnicator do?\n**A:** It turns.\n",
         .good = "**Q:** What does the compiler do?\n**A:** It translates.\n",
         .fix = ""},
    .run = run};

namespace {

void run(const BankContext& context) {
  for (const Doubt& doubt : doubtful_words(context)) {
    if (doubt.misspelling) continue;
    const Block& block = context.bank.blocks[doubt.block];
    Finding found =
        finding(kUnknownWord.info, block.text.source(doubt.chars),
                fmt::format("no dictionary knows '{}'; add it to the vocabulary if it is right", doubt.word));
    found.subject = std::string(doubt.word);
    context.report(std::move(found));
  }
}

}  // namespace
}  // namespace quizlint
