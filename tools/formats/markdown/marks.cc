#include "formats/markdown/marks.h"

#include "text/utf8.h"

namespace quizlint::markdown {

std::string palatable(std::string chars) {
  for (std::size_t at = 0; at < chars.size(); ++at) {
    if (chars[at] == '\r' && (at + 1 == chars.size() || chars[at + 1] != '\n')) chars[at] = ' ';
    if (chars[at] == '\0') chars[at] = '\x01';
  }
  return chars;
}

std::string_view opening(InlineKind kind) {
  switch (kind) {
    case InlineKind::code: return "`";
    case InlineKind::deleted: return "~";
    case InlineKind::link: return "[";
    case InlineKind::image: return "!";
    default: return "*_";
  }
}

Offset link_end(std::string_view input, Offset at) {
  const auto size = static_cast<Offset>(input.size());
  while (at < size && input[at] != ']' && input[at] != '\n' && input[at] != '>') ++at;
  if (at >= size || input[at] == '\n') return at;
  ++at;
  if (at >= size || (input[at] != '(' && input[at] != '[')) return at;
  const char open = input[at];
  const char close = open == '(' ? ')' : ']';
  int depth = 0;
  for (Offset i = at; i < size && i - at < 4096; ++i) {
    if (input[i] == '\\') {
      ++i;
    } else if (input[i] == open) {
      ++depth;
    } else if (input[i] == close && --depth == 0) {
      return i + 1;
    }
  }
  return at;
}

bool is_dunder(std::string_view word) {
  if (word.empty() || word == "question" || word == "answer" || word == "note" || word == "hint") return false;
  for (const char c : word)
    if (!(c >= 'a' && c <= 'z') && !is_ascii_digit(c) && c != '_') return false;
  return true;
}

bool is_address(std::string_view chars, std::string_view target) {
  return chars == target || chars.find("://") != std::string_view::npos || chars.starts_with("www.") ||
         (target.starts_with("mailto:") && target.substr(7) == chars);
}

}  // namespace quizlint::markdown
