#include <map>
#include <string_view>

#include "checks/check.h"
#include "checks/passages.h"

namespace quizlint {
namespace {

constexpr CheckInfo kInfo = {
    .id = "unanswered/missing",
    .severity = Severity::error,
    .summary = "The question has no answer.",
    .why =
        "A question without an answer helps nobody who learns from the bank, and nobody sees that it is missing once "
        "the bank is long. In a bank that holds no answer, no answer label and no empty place for one, which is a "
        "list of questions, it is only told as info, and so in a section of a list or of headings none of whose "
        "questions has an answer; `answers: required`, `optional` or `none` in the configuration settles it. A "
        "question with choices gets choices/no-key instead.",
    .bad =
        "**Q:** What does a mutex protect?\n\n**A:**\n\n**Q:** What is a deadlock?\n\n**A:** Two threads that wait "
        "for each other.\n",
    .good =
        "**Q:** What does a mutex protect?\n\n**A:** Data that several threads use.\n\n**Q:** What is a "
        "deadlock?\n\n**A:** Two threads that wait for each other.\n",
    .fix = "",
};

struct Tally {
  std::size_t count = 0;
  std::size_t answered = 0;
  void add(bool is_answered) {
    ++count;
    answered += is_answered;
  }
};

/// What is known of the answers of a bank's questions.
struct Habits {
  std::map<std::int32_t, Tally> sections;     ///< by index into Bank::sections
  std::map<std::string_view, Tally> layouts;  ///< by its id, without sections in which nothing is answered
};

std::string_view layout_of(const Bank& bank, const Question& question) {
  return question.part < bank.parts.size() ? bank.parts[question.part].layout : bank.layout;
}

/// Whether a place for the answer is marked up: a label, or the body of a question that folds.
bool has_place(const Question& question) {
  return question.answer_slot || question.style.find("<summary") != std::string::npos;
}

/// Whether the layout tells what answers by nothing but where it stands.
bool reads_by_place(std::string_view layout) {
  return layout == "list" || layout == "headings" || layout == "bold" || layout == "bare-lines" || layout == "details";
}

bool is_mere(const Tally& section) {
  constexpr std::size_t kSeveral = 3;
  return section.count >= kSeveral && section.answered == 0;
}

Habits habits_of(const Bank& bank) {
  Habits habits;
  const auto answered = [&](const Question& question) {
    return has_place(question) || !question.choices.empty() || is_answered(bank, question);
  };
  for (const Question& question : bank.questions) habits.sections[question.section].add(answered(question));
  for (const Question& question : bank.questions)
    if (!is_mere(habits.sections[question.section])) habits.layouts[layout_of(bank, question)].add(answered(question));
  return habits;
}

/// A mere list of questions expects no answers, even where another part of its file has some; neither does a section
/// in which nothing is answered, nor a bank in which little is and nothing tells where.
bool expects_answer(const Bank& bank, const Habits& habits, const Question& question) {
  const bool part =
      question.part < bank.parts.size() ? bank.parts[question.part].expects_answers : bank.expects_answers;
  const std::string_view layout = layout_of(bank, question);
  if (!part || has_place(question) || !reads_by_place(layout)) return part;
  if (habits.sections.size() > 1 && is_mere(habits.sections.at(question.section))) return false;
  const auto all = habits.layouts.find(layout);
  return all == habits.layouts.end() || all->second.answered * 2 >= all->second.count;
}

Severity severity_of(const BankContext& context, const Habits& habits, const Question& question) {
  switch (context.options.answers) {
    case AnswersMode::required: return Severity::error;
    case AnswersMode::optional: return Severity::info;
    default: return expects_answer(context.bank, habits, question) ? Severity::error : Severity::info;
  }
}

bool lacks_answer(const Bank& bank, const Question& question) {
  if (!question.choices.empty() || !question.keys.empty() || question.marked_by_hand) return false;
  return !shows_something(bank, question.answer, question.answer_span) &&
         !shows_something(bank, question.explanation, question.span);
}

void run(const BankContext& context) {
  const Bank& bank = context.bank;
  if (context.options.answers == AnswersMode::none) return;
  const Habits habits = habits_of(bank);
  for (std::size_t i = 0; i < bank.questions.size(); ++i) {
    if (!lacks_answer(bank, bank.questions[i])) continue;
    Finding found = finding(kInfo, stem_lines(bank, bank.questions[i]), "the question has no answer");
    found.severity = severity_of(context, habits, bank.questions[i]);
    found.question = static_cast<std::uint32_t>(i + 1);
    context.report(std::move(found));
  }
}

}  // namespace

extern const BankCheck kMissing;
const BankCheck kMissing = {kInfo, run};

}  // namespace quizlint
