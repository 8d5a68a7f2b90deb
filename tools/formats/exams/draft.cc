#include "formats/exams/draft.h"

#include <algorithm>

#include "formats/bank_language.h"
#include "formats/exams/tiles.h"

namespace quizlint::exams {
namespace {

/// What stands in a stem for the place of its answers.
constexpr std::string_view kGap = " _____";
constexpr double kWholeMark = 100;

void append(Passage& to, const Passage& more) {
  to.insert(to.end(), more.begin(), more.end());
}

bool is_whole(const Option& option) {
  return option.weight >= kWholeMark;
}

/// An answer that is worth a part of the mark is how people get it wrong: its slips are meant.
void drop_partial_answers(Draft& draft) {
  if (draft.choices || std::ranges::none_of(draft.options, is_whole)) return;
  for (Option& option : draft.options)
    if (draft.kind == QuestionKind::open && !is_whole(option)) option.text = {};
}

/// All texts of a draft in the order of the file.
std::vector<Field*> fields_of(Draft& draft) {
  std::vector<Field*> fields = {&draft.stem, &draft.tail};
  for (Field& feedback : draft.feedback) fields.push_back(&feedback);
  for (Option& option : draft.options) {
    fields.push_back(&option.text);
    for (Field& feedback : option.feedback) fields.push_back(&feedback);
  }
  std::ranges::sort(fields, {}, [](const Field* field) { return field->span; });
  return fields;
}

class Builder {
 public:
  explicit Builder(Bank& bank) : bank_(bank), tiles_(bank) {}

  void run(std::vector<Draft> drafts) {
    for (Draft& draft : drafts) {
      drop_partial_answers(draft);
      for (Field* field : fields_of(draft))
        field->passage = tiles_.add(std::move(field->text), field->span, field->quoting, field->plain);
      if (!draft.tail.passage.empty()) add_gap(draft.stem.passage);
      draft.asks ? add_question(draft) : append(bank_.furniture, draft.stem.passage);
    }
    tiles_.fill(static_cast<Offset>(bank_.source.size()));
  }

 private:
  /// The gap belongs to the last block before it.
  void add_gap(Passage& stem) {
    if (stem.empty()) return;
    Text& text = bank_.blocks[stem.back().block].text;
    text.append_made_up(kGap);
    stem.back().chars.end = text.size();
  }

  void add_question(const Draft& draft) {
    Question question;
    question.span = draft.span;
    question.id = draft.id;
    question.section = draft.section;
    question.answer_slot = true;
    question.answer_span = draft.answer_span;
    question.marked_by_hand = draft.marked_by_hand;
    question.stem = draft.stem.passage;
    append(question.stem, draft.tail.passage);
    question.stem_span = draft.stem.span.empty() ? draft.tail.span : draft.stem.span;
    for (const Option& option : draft.options) {
      draft.choices ? add_choice(draft, option, question) : append(question.answer, option.text.passage);
      for (const Field& feedback : option.feedback) append(question.explanation, feedback.passage);
    }
    for (const Field& feedback : draft.feedback) append(question.explanation, feedback.passage);
    std::ranges::sort(question.explanation);
    question.kind = kind_of(draft, question);
    if (question.stem.empty()) return disown(question);
    bank_.questions.push_back(std::move(question));
  }

  /// What is left of a question that asks nothing.
  void disown(const Question& question) {
    const Offset at = question.answer_span.begin;
    bank_.faults.push_back(
        {"structure/malformed", {at, at}, "nothing is asked here; write the question before its answers"});
    for (const Choice& choice : question.choices) append(bank_.furniture, choice.text);
    append(bank_.furniture, question.answer);
    append(bank_.furniture, question.explanation);
    std::ranges::sort(bank_.furniture);
  }

  static bool is_key(const Draft& draft, const Option& option) {
    return is_whole(option) || (option.weight > 0 && std::ranges::none_of(draft.options, is_whole));
  }

  static void add_choice(const Draft& draft, const Option& option, Question& question) {
    Choice choice;
    choice.text = option.text.passage;
    choice.span = option.text.span.empty() ? option.span : option.text.span;
    choice.correct = is_key(draft, option);
    question.choices.push_back(std::move(choice));
  }

  static QuestionKind kind_of(const Draft& draft, const Question& question) {
    const bool one = draft.kind == QuestionKind::single_choice;
    const bool several = std::ranges::count_if(question.choices, &Choice::correct) > 1;
    return one && several ? QuestionKind::multiple_choice : draft.kind;
  }

  Bank& bank_;
  Tiles tiles_;
};

}  // namespace

std::string category_title(std::string_view path) {
  if (path.starts_with('$') && path.find('/') != std::string_view::npos) path.remove_prefix(path.find('/') + 1);
  if (path.starts_with("top/")) path.remove_prefix(4);
  return std::string(path);
}

void build_bank(Bank& bank, std::vector<Draft> drafts) {
  const std::string layout = bank.layout;
  Builder(bank).run(std::move(drafts));
  bank.layout = bank.questions.empty() ? "prose" : layout;
  bank.confidence = bank.questions.empty() ? 0 : 1;
  if (!bank.questions.empty()) bank.parts.push_back({bank.layout, {0, static_cast<Offset>(bank.source.size())}});
  std::ranges::stable_sort(bank.faults, {}, &Fault::span);
  settle_language(bank);
}

}  // namespace quizlint::exams
