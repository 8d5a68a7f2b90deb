#include "engine/removal.h"

#include <algorithm>

#include "text/utf8.h"

namespace quizlint {
namespace {

bool is_written_plainly(const Block& block) {
  return block.quoting == Quoting::none && block.kind != BlockKind::table && block.kind != BlockKind::field &&
         block.quote_depth == 0;
}

/// Where the blank lines end that stand at `at`.
Offset behind_blank_lines(std::string_view source, Offset at) {
  std::size_t end = at;
  for (std::size_t i = at; i < source.size() && is_ascii_space(source[i]); ++i)
    if (source[i] == '\n') end = i + 1;
  return static_cast<Offset>(end);
}

/// The lines of a question with the blank ones behind it; empty where it shares a line with something else.
Span own_lines(std::string_view source, Span span) {
  if (span.empty() || (span.begin > 0 && source[span.begin - 1] != '\n')) return {};
  const Offset end = behind_blank_lines(source, span.end);
  const bool ends = end > span.end || span.end == source.size() || source[span.end - 1] == '\n';
  return ends ? Span{span.begin, end} : Span{};
}

std::size_t count_of(std::string_view text, std::string_view what) {
  std::size_t count = 0;
  for (std::size_t at = text.find(what); at != std::string_view::npos; at = text.find(what, at + what.size())) ++count;
  return count;
}

std::string_view line_at(std::string_view source, std::size_t begin) {
  return source.substr(begin, std::min(source.find('\n', begin), source.size() - 1) + 1 - begin);
}

/// Takes in the line before a summary, which opens its fold; empty where another stands there.
Span with_its_opening(std::string_view source, Span span) {
  const std::size_t before = span.begin < 2 ? std::string_view::npos : source.rfind('\n', span.begin - 2);
  const auto begin = static_cast<Offset>(before == std::string_view::npos ? 0 : before + 1);
  const std::string_view line = trimmed(slice(source, {begin, span.begin}));
  return line.starts_with("<details") && line.find('>') == line.size() - 1 ? Span{begin, span.end} : Span{};
}

/// Takes in the lines that close the folds which the question opened; empty where they do not follow at once.
Span with_its_tags(std::string_view source, Span span) {
  if (trimmed(slice(source, span)).starts_with("<summary")) span = with_its_opening(source, span);
  if (span.empty()) return {};
  const std::string_view inside = slice(source, span);
  const std::size_t opened = count_of(inside, "<details"), closed = count_of(inside, "</details");
  if (closed > opened) return {};
  for (std::size_t open = opened - closed; open > 0;) {
    if (span.end >= source.size()) return {};
    const std::string_view line = line_at(source, span.end), tag = trimmed(line);
    if (tag == "</details>" || tag == "</b></details>") {
      --open;
    } else if (!tag.empty() && tag != "</p>") {
      return {};
    }
    span.end += static_cast<Offset>(line.size());
  }
  return {span.begin, behind_blank_lines(source, span.end)};
}

/// A question that is no heading and yet has one in it took in more than itself.
bool holds_heading(const Bank& bank, const Question& question) {
  if (bank.blocks[question.stem.front().block].kind == BlockKind::heading) return false;
  auto block =
      std::ranges::lower_bound(bank.blocks, question.span.begin, {}, [](const Block& it) { return it.span.begin; });
  for (; block != bank.blocks.end() && block->span.begin < question.span.end; ++block)
    if (block->kind == BlockKind::heading) return true;
  return false;
}

}  // namespace

std::vector<Span> removals(const Bank& bank) {
  std::vector<Span> spans(bank.questions.size());
  const auto is_plain = [](const Block& block) { return block.quoting == Quoting::none; };
  if (!bank.fixable || !std::ranges::all_of(bank.blocks, is_plain)) return spans;
  const bool folds = bank.source.find("<details") != std::string_view::npos;
  for (std::size_t i = 0; i < spans.size(); ++i) {
    const Question& question = bank.questions[i];
    if (question.stem.empty() || !is_written_plainly(bank.blocks[question.stem.front().block])) continue;
    if (holds_heading(bank, question)) continue;
    spans[i] = own_lines(bank.source, question.span);
    if (folds && !spans[i].empty()) spans[i] = with_its_tags(bank.source, spans[i]);
  }
  return spans;
}

std::optional<Fix> removal(Span lines, const QuestionDigest& copy, const QuestionDigest& first) {
  if (lines.empty() || copy.right != first.right) return std::nullopt;
  if (copy.answer != 0 && copy.answer != first.answer) return std::nullopt;
  return Fix{"Remove this copy", Safety::unsafe, {{lines, ""}}};
}

}  // namespace quizlint
