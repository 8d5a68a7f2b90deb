#include <algorithm>

#include "checks/check.h"
#include "checks/passages.h"
#include "knowledge/pattern_index.h"

namespace quizlint {
namespace {

constexpr CheckInfo kInfo = {
    .id = "structure/question-mark",
    .severity = Severity::info,
    .on_by_default = false,
    .summary = "A question without a question mark.",
    .why =
        "Only English questions of one sentence that begin as a question does (\"What is …\") are meant; tasks such as "
        "\"Explain …\" need none.",
    .bad = "**Q:** What is a mutex\n\n**A:** A lock.\n",
    .good =
        "**Q:** What is a mutex?\n\n**A:** A lock.\n\n**Q:** Explain deadlocks\n\n**A:** Two threads wait for each "
        "other.\n",
    .fix = "Adds the question mark.",
};

bool begins_as_question(const Knowledge& knowledge, std::string_view stem) {
  const std::string_view first = stem.substr(0, std::min(stem.find_first_of(" '\n"), stem.size()));
  const std::string word = lowered(first);
  return holds(knowledge.words("phrases/question-openers"), word) ||
         holds(knowledge.words("phrases/yes-no-openers"), word);
}

bool lacks_mark(const Bank& bank, const Knowledge& knowledge, const Question& question) {
  if (question.stem.size() != 1 || !question.choices.empty()) return false;
  if (!question.language.empty() && question.language != "en") return false;
  const std::string_view stem = trimmed(chars_of(bank, question.stem.front()));
  if (stem.empty() || stem.find_first_of("?.:!\n") != std::string_view::npos) return false;
  return begins_as_question(knowledge, stem) && stem.find("\uFF1F") == std::string_view::npos;
}

void run(const BankContext& context) {
  const Bank& bank = context.bank;
  for (const Question& question : bank.questions) {
    if (!lacks_mark(bank, context.knowledge, question)) continue;
    const Slice& slice = question.stem.front();
    const Text& text = bank.text(slice);
    const Span chars = trimmed(text.chars(), slice.chars);
    const Span last = text.source({chars.end - 1, chars.end});
    Finding found = finding_in(bank, kInfo, stem_lines(bank, question), "the question has no question mark");
    if (text.editable({chars.end - 1, chars.end}))
      found.fixes.push_back({"Add '?'", Safety::unsafe, {{{last.end, last.end}, "?"}}});
    context.report(std::move(found));
  }
}

}  // namespace

extern const BankCheck kQuestionMark;
const BankCheck kQuestionMark = {kInfo, run};

}  // namespace quizlint
