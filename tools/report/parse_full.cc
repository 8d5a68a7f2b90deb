#include <algorithm>

#include <fmt/format.h>

#include "report/excerpt.h"
#include "report/paint.h"
#include "report/parse.h"
#include "report/tally.h"
#include "text/lines.h"
#include "text/utf8.h"

namespace quizlint {
namespace {

constexpr unsigned kIndent = 12;

/// The beginning of a text on one line.
std::string first_words(std::string_view text, const Style& style) {
  std::string line;
  for (const char c : text) {
    if (!is_ascii_space(c)) {
      line += c;
    } else if (!line.empty() && line.back() != ' ') {
      line += ' ';
    }
    if (line.size() > std::size_t{16} * style.columns) break;
  }
  return show_line(line, {0, static_cast<Offset>(line.size())}, {0, 0}, style.columns - kIndent).text;
}

std::string head(const Bank& bank, const Style& style) {
  const auto answered =
      std::ranges::count_if(bank.questions, [&](const Question& question) { return is_answered(bank, question); });
  return fmt::format("{}  {}, confidence {:.2f}, {}, {} answered{}\n", paint(style.color, ink::kBold, bank.path),
                     bank.layout, bank.confidence, counted(bank.questions.size(), "question"), answered,
                     bank.language.empty() ? "" : ", language " + bank.language);
}

std::string parts(const Bank& bank, const LineIndex& lines) {
  std::string out;
  if (bank.parts.size() < 2) return out;
  for (const Part& part : bank.parts)
    out += fmt::format("  lines {}-{}: {}\n", lines.line_of(part.span.begin) + 1,
                       lines.line_of(std::max(part.span.begin + 1, part.span.end) - 1) + 1, part.layout);
  return out;
}

std::string row(std::string_view left, std::string_view text) {
  return fmt::format("{:>{}}  {}\n", left, kIndent - 2, text);
}

std::string answer(const Bank& bank, const Question& question, const Style& style) {
  std::string out;
  for (const Choice& choice : question.choices)
    out += row(choice.correct ? "[x]" : "[ ]", first_words(plain(bank, choice.text), style));
  const std::string text = plain(bank, question.answer);
  if (!text.empty()) return out + row("", paint(style.color, ink::kFaint, first_words(text, style)));
  if (question.choices.empty() && question.keys.empty())
    out += row("", paint(style.color, ink_of(Severity::warning), "(no answer)"));
  for (const std::string& key : question.keys) out += row("key", first_words(key, style));
  return out;
}

}  // namespace

std::string parse_full(const Bank& bank, const Style& style) {
  const LineIndex lines(bank.source);
  std::string out = head(bank, style) + parts(bank, lines);
  std::int32_t section = -1;
  for (const Question& question : bank.questions) {
    if (question.section >= 0 && question.section != section)
      out += "\n  " + paint(style.color, ink::kFrame, bank.sections[static_cast<std::size_t>(question.section)].title) +
             "\n";
    section = question.section;
    const std::string stem = plain(bank, question.stem);
    out += row(fmt::format("{}", lines.line_of(question.span.begin) + 1), first_words(stem, style));
    out += answer(bank, question, style);
  }
  if (!bank.stray.empty())
    out += "\n  " + paint(style.color, ink_of(Severity::warning), "belongs to no question") + "\n";
  for (const Slice& slice : bank.stray)
    out += row(fmt::format("{}", lines.line_of(source_of(bank, slice).begin) + 1),
               first_words(chars_of(bank, slice), style));
  return out;
}

}  // namespace quizlint
