#include "checks/choices/choice_text.h"

#include <algorithm>

#include <fmt/format.h>

#include "checks/passages.h"
#include "knowledge/pattern.h"
#include "text/text.h"
#include "text/utf8.h"

namespace quizlint {
namespace {

constexpr std::size_t kShownCharacters = 40;

constexpr std::size_t kLongestCombination = 60;  ///< bytes

constexpr std::string_view kLiterals = "and\nor\n&\n,\nnor\nbut";
const Pattern& combination() {
  static const Pattern pattern(
      R"(^(?:(?i:both|either|neither|all|only|options?|choices?|answers?) )*\(?(?:[A-H]|[1-8]|I{1,3}|IV|V)\)?(?:(?:,| (?:and|or|nor|&)|, (?:and|or)|(?i: or)) ?(?:(?i:options?|choices?|answers?) )?\(?(?:[A-H]|[1-8]|I{1,3}|IV|V)\)?)+(?: (?:only|are (?:correct|true|right)|but not \(?[A-H]\)?))*\.?$|^(?i:all|none) (?:(?i:of the above) )?(?:except|but) (?:[A-H]|[1-8])\.?$)",
      kLiterals);
  return pattern;
}

std::string folded_blanks(std::string_view text) {
  std::string out;
  for (const char c : trimmed(text)) {
    if (is_ascii_space(c) && (out.empty() || out.back() == ' ')) continue;
    out += is_ascii_space(c) ? ' ' : c;
  }
  return out;
}

}  // namespace

void each_choice_question(const Bank& bank, const std::function<void(const Question&, std::uint32_t)>& judge) {
  for (std::uint32_t i = 0; i < bank.questions.size(); ++i) {
    const Question& question = bank.questions[i];
    const bool picks = question.kind != QuestionKind::ordering && question.kind != QuestionKind::matching;
    if (picks && !question.choices.empty()) judge(question, i + 1);
  }
}

std::size_t count_right(const Question& question) {
  return static_cast<std::size_t>(std::ranges::count(question.choices, true, &Choice::correct));
}

const Choice* only_key(const Question& question) {
  if (count_right(question) != 1) return nullptr;
  return &*std::ranges::find(question.choices, true, &Choice::correct);
}

bool is_blank(const Bank& bank, const Choice& choice) {
  return !shows_something(bank, choice.text, choice.span);
}

std::string written(const Bank& bank, const Choice& choice) {
  if (choice.text.empty()) return {};
  Span source = passage_span(bank, choice.text);
  while (source.begin > choice.span.begin && bank.source[source.begin - 1] == '\\') --source.begin;
  std::string out = folded_blanks(plain(bank, choice.text)) + '\n' + folded_blanks(slice(bank.source, source));
  for (const Slice& part : choice.text)
    for (const Inline& run : bank.blocks[part.block].inlines)
      if (run.kind == InlineKind::image && choice.span.covers(run.source)) out += '\n' + run.target;
  return out;
}

bool has_figure(const Bank& bank, const Choice& choice) {
  return std::ranges::any_of(choice.text, [&](const Slice& part) {
    const Block& block = bank.blocks[part.block];
    if (block.kind == BlockKind::code) return true;
    return std::ranges::any_of(block.inlines, [&](const Inline& run) {
      return run.kind == InlineKind::image && choice.span.covers(run.source);
    });
  });
}

bool combines(const Bank& bank, const Choice& choice) {
  const std::string text = plain(bank, choice.text);
  if (choice.text.empty() || text.size() > kLongestCombination) return false;
  // Numbers combine choices only where words say so: "1, 2" may be what a program prints.
  if (text.find_first_not_of("0123456789, ") == std::string::npos || !combination().matches(text)) return false;
  return !bank.text(choice.text[0]).has_opaque(choice.text[0].chars);
}

bool combines(const Bank& bank, const Question& question) {
  return std::ranges::any_of(question.choices, [&](const Choice& choice) { return combines(bank, choice); });
}

bool is_english(const Bank& bank, const Question& question) {
  const std::string& language = question.language.empty() ? bank.language : question.language;
  return language.empty() || language == "en";
}

std::string name_of(const Bank& bank, const Choice& choice) {
  if (!choice.label.empty()) return choice.label;
  const std::string text = folded_blanks(plain(bank, choice.text));
  std::size_t end = 0;
  for (std::size_t count = 0; end < text.size() && count < kShownCharacters; ++count) end += decode(text, end).size;
  return fmt::format("'{}{}'", text.substr(0, end), end < text.size() ? "…" : "");
}

void report_question(const BankContext& context, const CheckInfo& check, std::uint32_t index, std::string message) {
  Finding found = finding(check, stem_lines(context.bank, context.bank.questions[index - 1]), std::move(message));
  found.question = index;
  context.report(std::move(found));
}

void report_choice(const BankContext& context, const CheckInfo& check, std::uint32_t index, const Choice& choice,
                   std::string message) {
  Finding found = finding(check, trimmed(context.bank.source, choice.span), std::move(message));
  found.question = index;
  context.report(std::move(found));
}

}  // namespace quizlint
