#include "formats/markdown/line_with_code.h"

#include <algorithm>

#include "text/byte_set.h"
#include "text/utf8.h"

namespace quizlint::markdown {
namespace {

bool is_control(char c) {
  return static_cast<unsigned char>(c) < 0x20;
}

/// Signs that may mean something else than themselves; full stops and colons may be of an address.
constexpr ByteSet kMark("`\\*_~[]<&@|$.:");

/// Whether a full stop or colon is of no address.
bool ends_sentence(std::string_view chars, std::size_t at) {
  if (chars[at] == '.') return at == 0 || ascii_lower(chars[at - 1]) != 'w';
  return chars[at] == ':' && (at + 1 == chars.size() || chars[at + 1] != '/');
}

/// Whether a character of prose means itself, whatever stands around it.
bool is_itself(std::string_view chars, std::size_t at) {
  return !is_control(chars[at]) && (!kMark[chars[at]] || ends_sentence(chars, at));
}

/// Where the code ends that opens at `at`: at the backtick that closes it. npos where no code does, or where blanks or
/// other backticks are at its ends.
std::size_t code_end(std::string_view chars, std::size_t at) {
  const std::size_t close = chars.find('`', at + 1);
  if (close == std::string_view::npos || close == at + 1) return std::string_view::npos;
  if (close + 1 < chars.size() && chars[close + 1] == '`') return std::string_view::npos;
  const std::string_view code = chars.substr(at + 1, close - at - 1);
  const bool simple = code.front() != ' ' && code.back() != ' ' && std::ranges::none_of(code, is_control);
  return simple ? close : std::string_view::npos;
}

}  // namespace

std::optional<Block> line_with_code(const Text& text, Span span) {
  const std::string_view chars = text.chars();
  const bool may_be = !chars.empty() && (is_ascii_letter(chars[0]) || chars[0] == '`') && chars.back() != ' ';
  if (!may_be) return std::nullopt;
  Block block;
  block.kind = BlockKind::paragraph;
  block.span = span;
  for (std::size_t at = 0; at < chars.size();) {
    std::size_t open = at;
    while (open < chars.size() && is_itself(chars, open)) ++open;
    block.text.append(text, {static_cast<Offset>(at), static_cast<Offset>(open)});
    if (open == chars.size()) break;
    const std::size_t close = chars[open] == '`' ? code_end(chars, open) : std::string_view::npos;
    if (close == std::string_view::npos) return std::nullopt;
    const Span whole{static_cast<Offset>(open), static_cast<Offset>(close + 1)};
    const Offset begin = block.text.size();
    block.text.append(text, {whole.begin + 1, whole.end - 1}, true);
    block.inlines.push_back({InlineKind::code, {begin, block.text.size()}, text.source(whole), {}});
    at = whole.end;
  }
  return block;
}

}  // namespace quizlint::markdown
