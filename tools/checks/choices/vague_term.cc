#include <fmt/format.h>

#include "checks/choices/choice_text.h"
#include "checks/choices/stem_phrase.h"

namespace quizlint {
namespace {

constexpr CheckInfo kInfo = {
    .id = "choices/vague-term",
    .severity = Severity::info,
    .on_by_default = false,
    .summary = "A choice says \"often\" or \"sometimes\".",
    .why =
        "How often is often? Words of frequency mean different things to different readers, so whether such a choice "
        "is "
        "right can be disputed. Told by whole words. Source: Case and Swanson, \"Constructing Written Test "
        "Questions\", "
        "2002 (vague terms); Tarrant et al. 2006; one of the 19 criteria of Moore et al. 2023.",
    .bad = "## How does a comet look?\n\n- [x] It often has a tail.\n- [ ] It has rings.\n",
    .good = "## How does a comet look near the sun?\n\n- [x] It has a tail.\n- [ ] It has rings.\n",
    .fix = "",
};

constexpr std::string_view kLiterals =
    "often\nfrequently\nusually\nsometimes\noccasionally\ngenerally\nrarely\nseldom\n"
    "typically\nnormally\ncommonly\nprobably";
const Pattern& pattern() {
  static const Pattern pattern(
      R"((?i)\b(often|frequently|usually|sometimes|occasionally|generally|rarely|seldom|typically|normally|commonly|probably)\b)",
      kLiterals);
  return pattern;
}

void run(const BankContext& context) {
  const Bank& bank = context.bank;
  each_choice_question(bank, [&](const Question& question, std::uint32_t index) {
    if (!is_english(bank, question)) return;
    for (const Choice& choice : question.choices) {
      const std::optional<Phrase> phrase = find_phrase(bank, choice.text, pattern());
      if (!phrase) continue;
      Finding found =
          finding(kInfo, phrase->source,
                  fmt::format("'{}' can be read in more than one way; say how often or when", phrase->text));
      found.question = index;
      context.report(std::move(found));
    }
  });
}

}  // namespace

extern const BankCheck kVagueTerm;
const BankCheck kVagueTerm = {kInfo, run};

}  // namespace quizlint
