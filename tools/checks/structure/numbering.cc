#include <charconv>
#include <map>

#include <fmt/format.h>

#include "checks/check.h"
#include "checks/passages.h"
#include "text/utf8.h"

namespace quizlint {
namespace {

constexpr CheckInfo kInfo = {
    .id = "structure/numbering",
    .severity = Severity::warning,
    .summary = "A question's number is missing, repeated or out of order.",
    .why =
        "People cite questions by number, and a number that stands twice or leaps is most often the trace of a "
        "question that was lost, pasted or left half moved. Lazy lists (1. 1. 1.), numbers that begin again in a "
        "section, 17a and 17b, and files that begin at 101 are no fault.",
    .bad =
        "### 1. What is a mutex?\n\nA lock.\n\n### 2. What is a thread?\n\nA line of execution.\n\n### 2. What is a "
        "deadlock?\n\nTwo threads that wait for each other.\n\n### 3. What is a queue?\n\nA line.\n",
    .good =
        "### 1. What is a mutex?\n\nA lock.\n\n### 2. What is a thread?\n\nA line of execution.\n\n### 3. What is a "
        "deadlock?\n\nTwo threads that wait for each other.\n\n### 4. What is a queue?\n\nA line.\n",
    .fix =
        "Renumbers a question whose neighbours show what it must be, or else all from there on; unsafe, for links and "
        "people may "
        "go by the numbers.",
};

/// "17b" is {17, 'b'}.
struct Number {
  long value = 0;
  char suffix = 0;
  const Question* question = nullptr;
};

/// Nothing for "IV", "1.2" and whatever else does not count.
std::optional<Number> number_of(const Question& question) {
  const std::string_view text = question.number;
  Number number{0, 0, &question};
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number.value);
  if (error != std::errc()) return std::nullopt;
  const std::string_view rest = text.substr(static_cast<std::size_t>(end - text.data()));
  if (rest.size() > 1 || (rest.size() == 1 && !is_ascii_letter(rest[0]))) return std::nullopt;
  if (!rest.empty()) number.suffix = ascii_lower(rest[0]);
  return number;
}

using Numbers = std::vector<Number>;

bool follows(const Number& before, const Number& number) {
  if (number.value == before.value + 1) return true;
  return number.value == before.value && number.suffix > before.suffix;
}

/// A list that begins again, which its next number proves.
bool begins_again(const Numbers& numbers, std::size_t i) {
  const bool first = numbers[i].value == numbers.front().value || numbers[i].value == 1;
  return first && i + 1 < numbers.size() && follows(numbers[i], numbers[i + 1]);
}

bool same_run(const Number& a, const Number& b) {
  return a.question->section == b.question->section;
}

/// A number between two that show what it must be: 4, 7, 6.
bool is_slip(const Numbers& numbers, std::size_t i) {
  return i + 1 < numbers.size() && numbers[i + 1].value == numbers[i - 1].value + 2 && numbers[i + 1].suffix == 0;
}

/// The places in `numbers` whose number does not follow from the one before.
std::vector<std::size_t> breaks(const Numbers& numbers) {
  std::vector<std::size_t> at;
  for (std::size_t i = 1; i < numbers.size(); ++i) {
    if (!same_run(numbers[i - 1], numbers[i]) || follows(numbers[i - 1], numbers[i]) || begins_again(numbers, i))
      continue;
    at.push_back(i);
    if (is_slip(numbers, i)) ++i;
  }
  return at;
}

std::string message_for(const Numbers& numbers, std::size_t i) {
  const Number &before = numbers[i - 1], &number = numbers[i];
  const long expected = before.value + 1;
  if (number.value == before.value)
    return fmt::format("the number {} stands twice in a row; {} was expected", number.value, expected);
  if (number.value == expected + 1 && !is_slip(numbers, i))
    return fmt::format("the number {} follows {}; {} is missing", number.value, before.value, expected);
  return fmt::format("the number {} follows {}; {} was expected", number.value, before.value, expected);
}

/// Counts on from the number before, as far as the numbers do so by themselves; nothing where one of them is not
/// written as it counts.
std::optional<Fix> renumbering(const Bank& bank, const Numbers& numbers, std::size_t i) {
  Fix fix{{}, Safety::unsafe, {}};
  long expected = numbers[i - 1].value + 1;
  for (std::size_t k = i; k < numbers.size(); ++k, ++expected) {
    const Question& question = *numbers[k].question;
    if (k > i && (!same_run(numbers[k - 1], numbers[k]) || begins_again(numbers, k))) break;
    const std::string_view written = slice(bank.source, question.number_span);
    if (written != question.number || numbers[k].suffix != 0) return std::nullopt;
    if (numbers[k].value != expected) fix.edits.push_back({question.number_span, std::to_string(expected)});
  }
  fix.title = fmt::format("Renumber the {} questions from here on that count wrongly", fix.edits.size());
  return fix.edits.empty() ? std::nullopt : std::optional(std::move(fix));
}

void report_break(const BankContext& context, const Numbers& numbers, std::size_t i) {
  const Question& question = *numbers[i].question;
  const Span span = question.number_span.empty() ? stem_lines(context.bank, question) : question.number_span;
  Finding found = finding_in(context.bank, kInfo, span, message_for(numbers, i));
  const std::string_view written = slice(context.bank.source, question.number_span);
  if (is_slip(numbers, i) && written == question.number) {
    const std::string right = std::to_string(numbers[i - 1].value + 1);
    found.fixes.push_back({fmt::format("Renumber to {}", right), Safety::unsafe, {{question.number_span, right}}});
  } else if (auto fix = renumbering(context.bank, numbers, i)) {
    found.fixes.push_back(std::move(*fix));
  }
  context.report(std::move(found));
}

void run(const BankContext& context) {
  std::map<std::uint16_t, Numbers> parts;
  for (const Question& question : context.bank.questions)
    if (const auto number = number_of(question)) parts[question.part].push_back(*number);
  for (const auto& [part, numbers] : parts) {
    const std::vector<std::size_t> at = breaks(numbers);
    const bool counts = 2 * at.size() <= numbers.size() - 1;  // lazy lists and years do not
    for (const std::size_t i : at)
      if (counts) report_break(context, numbers, i);
  }
}

}  // namespace

extern const BankCheck kNumbering;
const BankCheck kNumbering = {kInfo, run};

}  // namespace quizlint
