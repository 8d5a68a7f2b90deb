#include "formats/choices/settle.h"

#include <algorithm>

#include "formats/choices/key.h"
#include "knowledge/choice_count.h"
#include "text/text.h"
#include "text/utf8.h"

namespace quizlint {
namespace {

bool names(const Bank& bank, const Choice& choice, std::string_view key) {
  if (!choice.label.empty() && folded(choice.label) == folded(key)) return true;
  const std::string text = comparable(plain(bank, choice.text));
  return key.size() > 1 && !text.empty() && text == comparable(key);
}

/// `( )` and `[( )]`: only one of them can be ticked.
bool is_radio(const Bank& bank, const Choice& choice) {
  std::string_view source = trimmed(slice(bank.source, choice.span));
  const std::size_t at = source.find_first_not_of("-*+ \t[");
  if (at == std::string_view::npos || at > 4) return false;
  const std::string head = ascii_lower(source.substr(at, 3));
  return head == "( )" || head == "(x)" || head.starts_with("()");
}

bool is_true_false(const Bank& bank, const Question& question) {
  if (question.choices.size() != 2) return false;
  const std::string first = comparable(plain(bank, question.choices[0].text));
  const std::string second = comparable(plain(bank, question.choices[1].text));
  return (first == "true" && second == "false") || (first == "false" && second == "true");
}

/// A numbered list without boxes all of whose items are right is to be put in order.
bool is_ordering(const Bank& bank, const Question& question) {
  if (question.choices.size() < 3 || !question.keys.empty()) return false;
  return std::all_of(question.choices.begin(), question.choices.end(), [&](const Choice& choice) {
    const std::string_view source = slice(bank.source, choice.span);
    const std::size_t sign = source.find_first_not_of("0123456789");
    if (sign == 0 || sign == std::string_view::npos || !choice.label.empty()) return false;
    const std::string_view rest = trimmed(source.substr(sign + 1));
    return choice.correct && !rest.starts_with('[') && !rest.starts_with('(');
  });
}

QuestionKind kind_of(const Bank& bank, const Question& question) {
  if (is_true_false(bank, question)) return QuestionKind::true_false;
  if (std::any_of(question.choices.begin(), question.choices.end(),
                  [&](const Choice& choice) { return is_radio(bank, choice); }))
    return QuestionKind::single_choice;
  if (is_ordering(bank, question)) return QuestionKind::ordering;
  const auto right = std::count_if(question.choices.begin(), question.choices.end(),
                                   [](const Choice& choice) { return choice.correct; });
  const int asked = keys_asked(plain(bank, question.stem));
  const bool several = right > 1 || question.keys.size() > 1 || asked > 1 || asked == kAnyNumber;
  return several ? QuestionKind::multiple_choice : QuestionKind::single_choice;
}

}  // namespace

KeyText key_text(const Question& question, std::string_view line) {
  const std::string_view label = question.choices.empty() ? std::string_view() : question.choices[0].label;
  if (!label.empty()) {
    NamedKeys named = keys_named(line, is_ascii_digit(label[0]));
    if (!named.labels.empty()) return {std::move(named.labels), named.end};
  }
  line = trimmed(line);
  if (line.empty()) return {};
  return {{std::string(line)}, static_cast<Offset>(line.size())};
}

bool repeats_choice(const Bank& bank, const Question& question, std::string_view text) {
  const std::string wanted = comparable(text);
  return std::any_of(question.choices.begin(), question.choices.end(),
                     [&](const Choice& choice) { return comparable(plain(bank, choice.text)) == wanted; });
}

void settle_choices(const Bank& bank, Question& question) {
  if (question.choices.empty()) return;
  for (const std::string& key : question.keys)
    for (Choice& choice : question.choices) choice.correct = choice.correct || names(bank, choice, key);
  question.kind = kind_of(bank, question);
}

}  // namespace quizlint
