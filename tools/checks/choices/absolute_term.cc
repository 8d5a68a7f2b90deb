#include <fmt/format.h>

#include "checks/choices/choice_text.h"
#include "checks/choices/stem_phrase.h"

namespace quizlint {
namespace {

constexpr CheckInfo kInfo = {
    .id = "choices/absolute-term",
    .severity = Severity::info,
    .on_by_default = false,
    .summary = "A wrong choice says \"always\" or \"never\".",
    .why =
        "Hardly anything is always so, and whoever sits exams knows it: a choice with an absolute word is ruled out "
        "unread. Told of wrong choices, by whole words. Source: rule 28a of Haladyna, Downing and Rodriguez 2002 "
        "(\"specific determiners including always, never, completely, and absolutely\"); Tarrant et al. 2006.",
    .bad = "## What is true of moons?\n\n- [ ] They are always round.\n- [x] They go around a planet.\n",
    .good = "## What is true of moons?\n\n- [ ] They shine by themselves.\n- [x] They go around a planet.\n",
    .fix = "",
};

constexpr std::string_view kLiterals =
    "always\nnever\ncompletely\nabsolutely\nentirely\ntotally\ninvariably\n"
    "without exception\nevery\nimpossible";
const Pattern& pattern() {
  static const Pattern pattern(
      R"((?i)\b(always|never|completely|absolutely|entirely|totally|invariably|without exception|every|impossible)\b)",
      kLiterals);
  return pattern;
}

void run(const BankContext& context) {
  const Bank& bank = context.bank;
  each_choice_question(bank, [&](const Question& question, std::uint32_t index) {
    if (!is_english(bank, question) || count_right(question) == 0) return;
    for (const Choice& choice : question.choices) {
      if (choice.correct) continue;
      const std::optional<Phrase> phrase = find_phrase(bank, choice.text, pattern());
      if (!phrase) continue;
      Finding found = finding(kInfo, phrase->source,
                              fmt::format("'{}' gives a wrong choice away; say it less strongly", phrase->text));
      found.question = index;
      context.report(std::move(found));
    }
  });
}

}  // namespace

extern const BankCheck kAbsoluteTerm;
const BankCheck kAbsoluteTerm = {kInfo, run};

}  // namespace quizlint
