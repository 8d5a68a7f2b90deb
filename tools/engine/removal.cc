#include "engine/removal.h"

#include <algorithm>

#include "text/utf8.h"

namespace quizlint {
namespace {

bool is_written_plainly(const Block& block) {
  return block.quoting == Quoting::none && block.kind != BlockKind::table && block.kind != BlockKind::field &&
         block.quote_depth == 0;
}

/// The lines of a question with the blank ones behind it; empty where it shares a line with something else.
Span own_lines(std::string_view source, Span span) {
  if (span.empty() || (span.begin > 0 && source[span.begin - 1] != '\n')) return {};
  std::size_t end = span.end;
  for (std::size_t at = span.end; at < source.size() && is_ascii_space(source[at]); ++at)
    if (source[at] == '\n') end = at + 1;
  const bool ends = end > span.end || span.end == source.size() || source[span.end - 1] == '\n';
  return ends ? Span{span.begin, static_cast<Offset>(end)} : Span{};
}

}  // namespace

std::vector<Span> removals(const Bank& bank) {
  std::vector<Span> spans(bank.questions.size());
  const auto is_plain = [](const Block& block) { return block.quoting == Quoting::none; };
  if (!bank.fixable || !std::ranges::all_of(bank.blocks, is_plain)) return spans;
  for (std::size_t i = 0; i < spans.size(); ++i) {
    const Question& question = bank.questions[i];
    if (!question.stem.empty() && is_written_plainly(bank.blocks[question.stem.front().block]))
      spans[i] = own_lines(bank.source, question.span);
  }
  return spans;
}

std::optional<Fix> removal(Span lines, const QuestionDigest& copy, const QuestionDigest& first) {
  if (lines.empty() || copy.right != first.right) return std::nullopt;
  if (copy.answer != 0 && copy.answer != first.answer) return std::nullopt;
  return Fix{"Remove this copy", Safety::unsafe, {{lines, ""}}};
}

}  // namespace quizlint
