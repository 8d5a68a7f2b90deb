#include <fmt/format.h>

#include "checks/choices/choice_text.h"
#include "checks/choices/stem_phrase.h"
#include "text/utf8.h"

namespace quizlint {
namespace {

constexpr CheckInfo kInfo = {
    .id = "choices/negative-stem",
    .severity = Severity::info,
    .summary = "The stem asks for what is not so, without emphasis.",
    .why =
        "A small \"not\" or \"except\" is read over, and the question then scores reading and not knowledge. Ask for "
        "what "
        "is so; where the exception is the point, write it NOT, EXCEPT or in bold. Source: rule 17 of Haladyna, "
        "Downing "
        "and Rodriguez 2002 (\"Word the stem positively; if negative words are used, ensure that the word appears "
        "capitalized and boldface\").",
    .bad = "## Which of these is not a planet?\n\n- [ ] Mars\n- [x] The moon\n- [ ] Venus\n",
    .good = "## Which of these is **not** a planet?\n\n- [ ] Mars\n- [x] The moon\n- [ ] Venus\n",
    .fix = "",
};

constexpr std::string_view kLiterals = "not\nn't\ncannot\nexcept";
const Pattern& pattern() {
  static const Pattern pattern(
      R"((?i)(?:\b(?:which|what)\b(?:[ -][\w']+){0,10} (?:(?:is|are|was|were|do|does|did|can|could|will|would|should|has|have|may|must) ?(not|n't)\b|(isn't|aren't|wasn't|doesn't|don't|didn't|cannot|can't|couldn't|won't|wouldn't|shouldn't|hasn't|haven't)\b)|\b(?:all|any|each|every|everything|following)\b[^.?!]*\b(except)\b))",
      kLiterals);
  return pattern;
}

/// Whether the negation belongs to a clause inside the question: "a workflow that has not been merged".
bool is_inner(const std::string& match) {
  const std::string lower = ascii_lower(match);
  for (const std::string_view word :
       {" that ", " if ", " and ", " when ", " who ", " where ", " because ", " but ", " to ", " can "})
    if (lower.find(word) != std::string::npos && lower.find("except") == std::string::npos) return true;
  return false;
}

void run(const BankContext& context) {
  const Bank& bank = context.bank;
  each_choice_question(bank, [&](const Question& question, std::uint32_t index) {
    if (!is_english(bank, question)) return;
    std::optional<Phrase> phrase = find_phrase(bank, question.stem, pattern());
    if (!phrase || phrase->emphasised || is_inner(phrase->match)) return;
    Finding found = finding(kInfo, phrase->source,
                            fmt::format("'{}' is easily read over; ask for what is so, or emphasise it", phrase->text));
    found.question = index;
    context.report(std::move(found));
  });
}

}  // namespace

extern const BankCheck kNegativeStem;
const BankCheck kNegativeStem = {kInfo, run};

}  // namespace quizlint
