#include "formats/layouts/readings.h"
#include "text/text.h"
#include "text/utf8.h"

namespace quizlint {
namespace {

/// The line of `text` that begins at or after `at`, without its end; empty behind the last.
Span line_at(std::string_view text, Offset at) {
  const std::size_t end = text.find('\n', at);
  return {at, static_cast<Offset>(std::min(end, text.size()))};
}

bool is_key(std::string_view line) {
  const std::string lower = ascii_lower(line.substr(0, 10));
  return lower.starts_with("question:") || lower.starts_with("prompt:");
}

/// The lines of a block scalar (`question: |`): those that are indented, and blank ones between.
Span block_scalar(std::string_view text, Offset at) {
  Span value{at, at};
  for (Span line = line_at(text, at); line.begin < text.size(); line = line_at(text, line.end + 1)) {
    const std::string_view chars = slice(text, line);
    if (!trimmed(chars).empty() && chars[0] != ' ' && chars[0] != '\t') break;
    value.end = line.end;
  }
  return trimmed(text, value);
}

/// The value of the key `question` in front matter, without quotes; empty where there is none.
Span question_of(std::string_view text) {
  for (Span line = line_at(text, 0); line.begin < text.size(); line = line_at(text, line.end + 1)) {
    if (!is_key(slice(text, line))) continue;
    const auto colon = static_cast<Offset>(text.find(':', line.begin));
    Span value = trimmed(text, {colon + 1, line.end});
    const std::string_view chars = slice(text, value);
    if (!chars.empty() && (chars[0] == '|' || chars[0] == '>'))
      return block_scalar(text, std::min<Offset>(line.end + 1, static_cast<Offset>(text.size())));
    const bool quoted = chars.size() > 1 && (chars[0] == '"' || chars[0] == '\'') && chars.back() == chars[0];
    return quoted ? trimmed(text, {value.begin + 1, value.end - 1}) : value;
  }
  return {};
}

}  // namespace

void read_front_matter(const Outline& outline, Marks& marks) {
  if (marks.empty() || outline.units[0].kind != UnitKind::front_matter) return;
  const Span question = question_of(outline.block(outline.units[0]).text.chars());
  if (question.empty()) return marks.assign(marks.size(), {});
  marks[0] = whole(outline.units[0], Role::question);
  marks[0].chars = question;
  claim_bodies(outline, marks);
}

}  // namespace quizlint
