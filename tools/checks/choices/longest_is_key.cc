#include <algorithm>

#include <fmt/format.h>

#include "checks/choices/choice_text.h"
#include "text/utf8.h"
#include "text/words.h"

namespace quizlint {
namespace {

constexpr CheckInfo kInfo = {
    .id = "choices/longest-is-key",
    .severity = Severity::info,
    .summary = "The right choice is much longer than the others.",
    .why =
        "Authors write the truth with all its conditions and the wrong choices in two words, and whoever knows that "
        "picks the longest. Told where the key has four words or more and is over a third longer than the next choice. "
        "Source: rule 24a of Haladyna, Downing and Rodriguez 2002 (\"Keep the length of choices about equal\"); "
        "Tarrant "
        "et al. 2006 count it among the flaws that change scores.",
    .bad =
        "## What is an orbit?\n\n- [ ] A star\n- [x] The path of a body around another one that attracts it\n- [ ] A "
        "moon\n",
    .good =
        "## What is an orbit?\n\n- [ ] The light of a star that has gone out\n- [x] The path of a body around another "
        "one\n- [ ] The side of a moon that is dark\n",
    .fix = "",
};

constexpr std::size_t kFewestWords = 4;
constexpr std::size_t kFewestChoices = 3;

void run(const BankContext& context) {
  const Bank& bank = context.bank;
  each_choice_question(bank, [&](const Question& question, std::uint32_t index) {
    const Choice* key = only_key(question);
    if (key == nullptr || question.choices.size() < kFewestChoices) return;
    Offset longest = 0;
    for (const Choice& choice : question.choices) {
      if (has_figure(bank, choice)) return;
      if (&choice != key) longest = std::max(longest, count_code_points(plain(bank, choice.text)));
    }
    const std::string text = plain(bank, key->text);
    if (count_words(text) < kFewestWords || count_code_points(text) * 3 <= longest * 4) return;
    report_choice(
        context, kInfo, index, *key,
        fmt::format("the right choice is much longer than the others ({} characters, the next {}); shorten it "
                    "or fill the others",
                    count_code_points(text), longest));
  });
}

}  // namespace

extern const BankCheck kLongestIsKey;
const BankCheck kLongestIsKey = {kInfo, run};

}  // namespace quizlint
