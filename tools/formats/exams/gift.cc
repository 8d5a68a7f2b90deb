#include "formats/exams/gift.h"

#include <algorithm>
#include <string>
#include <unordered_map>

#include "formats/bank_language.h"
#include "formats/exams/gift_syntax.h"
#include "formats/exams/tiles.h"
#include "formats/text_reader.h"
#include "text/utf8.h"

namespace quizlint {
namespace {

using gift::Answer;
using gift::Format;
using gift::Item;

/// What stands in a stem for the place of its answers.
constexpr std::string_view kGap = " _____";
/// Of the items of a text file that is GIFT, at least this share has braces: descriptions have none.
constexpr double kQuestions = 0.5;

bool is_true_or_false(std::string_view text) {
  const std::string lower = ascii_lower(text);
  return lower == "t" || lower == "f" || lower == "true" || lower == "false";
}

bool has(const Item& item, char sign) {
  return std::ranges::any_of(item.answers, [&](const Answer& it) { return it.sign == sign; });
}

bool is_matching(const Item& item) {
  return std::ranges::any_of(item.answers, [](const Answer& it) { return !it.match.empty(); });
}

class Builder {
 public:
  explicit Builder(Bank& bank) : bank_(bank), tiles_(bank) {}

  void run(const std::vector<Item>& items) {
    for (const Item& item : items) {
      if (item.kind == Item::Kind::category)
        section_ = section_of(item);
      else if (item.kind == Item::Kind::question)
        item.braces ? add_question(item) : add_description(item);
    }
    tiles_.fill(static_cast<Offset>(bank_.source.size()));
  }

 private:
  std::string_view chars(Span span) const { return slice(bank_.source, span); }

  /// A category without where it lies in Moodle: `$course$/Ships/Lights` is Ships/Lights.
  std::int32_t section_of(const Item& item) {
    std::string_view path = chars(item.title);
    if (path.starts_with('$') && path.find('/') != std::string_view::npos) path.remove_prefix(path.find('/') + 1);
    bank_.sections.push_back({std::string(path), item.title, 1});
    return static_cast<std::int32_t>(bank_.sections.size() - 1);
  }

  Passage add(Span span, Format format, bool gap = false) {
    Text text = gift::text_of(bank_.source, span);
    if (gap) text.append_made_up(kGap);
    return tiles_.add(std::move(text), span, Quoting::bare, format == Format::plain);
  }

  void add_description(const Item& item) { append(bank_.furniture, add(item.lead, item.format)); }

  void add_question(const Item& item) {
    Question question;
    question.span = item.span;
    question.id = gift::text_of(bank_.source, item.title).chars();
    question.style = "{}";
    question.section = section_;
    question.answer_slot = true;
    question.stem = add(item.lead, item.format, !item.tail.empty());
    question.answer_span = *item.braces;
    const bool is_choice = !item.numeric && has(item, '~');
    for (const Answer& answer : item.answers) {
      is_choice ? add_choice(item, answer, question) : add_answer(item, answer, question);
      for (const Span feedback : answer.feedback) append(question.explanation, add(feedback, item.format));
    }
    append(question.explanation, add(item.general_feedback, item.format));
    append(question.stem, add(item.tail, item.format));
    question.stem_span = item.lead.empty() ? item.tail : item.lead;
    question.kind = kind_of(item, question);
    // Nothing between the braces is an essay, which a person marks.
    question.marked_by_hand = item.answers.empty() && item.general_feedback.empty();
    if (question.stem.empty()) return disown(item, question);
    bank_.questions.push_back(std::move(question));
  }

  /// What is left of a question that asks nothing.
  void disown(const Item& item, const Question& question) {
    const Span brace{item.braces->begin - 1, item.braces->begin};
    bank_.faults.push_back(
        {"structure/malformed", brace, "nothing is asked before this brace; write the question there"});
    for (const Choice& choice : question.choices) append(bank_.furniture, choice.text);
    append(bank_.furniture, question.answer);
    append(bank_.furniture, question.explanation);
    std::ranges::sort(bank_.furniture);
  }

  /// Marks that add up to the whole are keys where no choice has `=`.
  static bool is_right(const Item& item, const Answer& answer) {
    return answer.sign == '=' ? answer.weight.value_or(100) >= 100 : !has(item, '=') && answer.weight.value_or(0) > 0;
  }

  void add_choice(const Item& item, const Answer& answer, Question& question) {
    Choice choice;
    choice.text = add(answer.text, answer.format.value_or(item.format));
    choice.span = answer.text.empty() ? answer.span : answer.text;
    choice.correct = is_right(item, answer);
    question.choices.push_back(std::move(choice));
  }

  void add_answer(const Item& item, const Answer& answer, Question& question) {
    const Span pair = answer.match.empty() ? answer.text : join(answer.text, answer.match);
    append(question.answer, add(pair, answer.format.value_or(item.format)));
  }

  QuestionKind kind_of(const Item& item, const Question& question) const {
    if (item.numeric) return QuestionKind::numeric;
    if (is_matching(item)) return QuestionKind::matching;
    if (!question.choices.empty())
      return std::ranges::count_if(question.choices, &Choice::correct) > 1 ? QuestionKind::multiple_choice
                                                                           : QuestionKind::single_choice;
    const bool one = item.answers.size() == 1 && item.answers[0].sign == 0;
    return one && is_true_or_false(chars(item.answers[0].text)) ? QuestionKind::true_false : QuestionKind::open;
  }

  static void append(Passage& to, const Passage& more) { to.insert(to.end(), more.begin(), more.end()); }

  Bank& bank_;
  exams::Tiles tiles_;
  std::int32_t section_ = -1;
};

bool is_question(const Item& item) {
  if (!item.braces || item.answers.empty()) return false;
  const Answer& first = item.answers.front();
  return first.sign != 0 || item.numeric;
}

}  // namespace

bool is_gift(std::string_view bytes) {
  // What every such file has; it spares other files the reading.
  const bool titled = bytes.starts_with("::") || bytes.find("\n::") != std::string_view::npos;
  const bool filed = bytes.find("$CATEGORY:") != std::string_view::npos;
  if (!titled && !filed && bytes.find('~') == std::string_view::npos) return false;
  if (bytes.find('{') == std::string_view::npos) return false;
  std::vector<Fault> faults;
  const std::vector<Item> items = gift::items_of(bytes, faults);
  const auto texts = std::ranges::count_if(items, [](const Item& it) { return it.kind == Item::Kind::question; });
  const auto questions = std::ranges::count_if(items, is_question);
  const auto broken = static_cast<std::ptrdiff_t>(faults.size());
  return questions > broken && static_cast<double>(questions) >= kQuestions * static_cast<double>(texts);
}

Bank read_gift(std::string_view path, std::string_view bytes, const ReadOptions&) {
  Bank bank;
  bank.path = path;
  bank.source = bytes;
  const std::vector<Item> items = gift::items_of(bytes, bank.faults);
  Builder(bank).run(items);
  bank.layout = bank.questions.empty() ? "prose" : "gift";
  bank.confidence = bank.questions.empty() ? 0 : 1;
  if (!bank.questions.empty()) bank.parts.push_back({bank.layout, {0, static_cast<Offset>(bytes.size())}});
  std::ranges::stable_sort(bank.faults, {}, &Fault::span);
  settle_language(bank);
  return bank;
}

}  // namespace quizlint
