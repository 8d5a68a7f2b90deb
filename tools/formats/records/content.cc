#include "formats/records/content.h"

#include <algorithm>

#include "formats/markdown.h"
#include "formats/markdown/entities.h"
#include "text/utf8.h"

namespace quizlint::records {
namespace {

constexpr std::size_t kLongestEntity = 12;

bool is_word(char c) {
  return is_ascii_letter(c) || is_ascii_digit(c);
}

/// `<p>`, `</p>`, `<br/>`, `<img src=…>`: the tags that people write in questions.
bool has_tag(std::string_view chars) {
  static constexpr std::string_view kTags[] = {"p",  "br", "code", "pre",  "b",   "i",     "strong", "em",     "ul",
                                               "ol", "li", "div",  "span", "img", "table", "sub",    "sup",    "a",
                                               "h1", "h2", "h3",   "h4",   "u",   "tt",    "kbd",    "details"};
  for (std::size_t at = chars.find('<'); at != std::string_view::npos; at = chars.find('<', at + 1)) {
    std::size_t begin = at + 1;
    if (begin < chars.size() && chars[begin] == '/') ++begin;
    std::size_t end = begin;
    while (end < chars.size() && is_word(chars[end])) ++end;
    const std::string name = ascii_lower(chars.substr(begin, end - begin));
    if (std::ranges::find(kTags, name) == std::end(kTags) || end >= chars.size()) continue;
    if (chars[end] == '>' || (chars[end] == '/' && chars.substr(end).starts_with("/>"))) return true;
    if (chars[end] == ' ' && chars.find('>', end) != std::string_view::npos) return true;
  }
  return false;
}

/// Code between backticks on one line.
bool has_code_span(std::string_view chars) {
  const std::size_t open = chars.find('`');
  if (open == std::string_view::npos) return false;
  const std::size_t close = chars.find('`', open + 1);
  // LaTeX opens quotations with two backticks, and some write ` for an apostrophe.
  if (close == std::string_view::npos || close == open + 1 || chars.find("''", open) < close) return false;
  return chars.substr(open, close - open).find('\n') == std::string_view::npos;
}

bool has_strong(std::string_view chars) {
  const std::size_t open = chars.find("**");
  if (open == std::string_view::npos || open + 2 >= chars.size()) return false;
  const bool begins = open == 0 || is_ascii_space(chars[open - 1]) || chars[open - 1] == '(';
  const std::size_t close = chars.find("**", open + 2);
  if (!begins || !is_ascii_letter(chars[open + 2]) || close == std::string_view::npos) return false;
  return !is_ascii_space(chars[close - 1]) && (close + 2 == chars.size() || !is_word(chars[close + 2]));
}

bool is_code_line(std::string_view line) {
  static constexpr std::string_view kBegins[] = {
      "def ",   "class ", "import ", "from ",     "return",  "for ",     "while ", "if ",
      "elif ",  "else:",  "print(",  "#include",  "public ", "private ", "int ",   "void ",
      "const ", "let ",   "var ",    "function ", ">>>",     "@",        "#",      "//",
      "try:",   "except", "with ",   "\"\"\"",    "SELECT ", "INSERT ",  "assert "};
  const std::string_view bare = trimmed(line);
  if (bare.empty()) return false;
  if (bare.ends_with(';') || bare.ends_with('{') || bare.ends_with('}')) return true;
  const bool begins = std::ranges::any_of(kBegins, [&](std::string_view word) { return bare.starts_with(word); });
  return begins &&
         (bare.ends_with(':') || bare.find('(') != std::string_view::npos || bare.find('=') != std::string_view::npos ||
          bare.starts_with("import ") || bare.starts_with("return") || bare.starts_with("\"\"\""));
}

}  // namespace

bool is_marked_up(std::string_view chars) {
  return chars.find("```") != std::string_view::npos || has_code_span(chars) || has_strong(chars) ||
         chars.find("](http") != std::string_view::npos || has_tag(chars);
}

bool is_program(std::string_view chars) {
  if (chars.find('\n') == std::string_view::npos) return chars.starts_with(' ') && is_code_line(chars);
  std::size_t lines = 0, code = 0, indented = 0;
  for (std::size_t at = 0; at < chars.size();) {
    const std::size_t end = std::min(chars.find('\n', at), chars.size());
    const std::string_view line = chars.substr(at, end - at);
    at = end + 1;
    if (trimmed(line).empty()) continue;
    ++lines;
    const bool is_indented = line.starts_with("  ") || line.starts_with('\t');
    indented += is_indented;
    code += is_code_line(line);
  }
  if (code == 0 || lines < 2) return lines == 1 && chars.starts_with(' ') && is_code_line(chars);
  return 2 * code > lines || (2 * (code + indented) > lines && 2 * indented >= lines);
}

namespace {

/// A text that stands elsewhere, as a YAML alias does: it has one place here and cannot be cut.
bool is_whole(const Text& text) {
  return text.pieces().size() == 1 && text.pieces().front().kind == PieceKind::escaped;
}

}  // namespace

Text without_entities(Text text) {
  const std::string& chars = text.chars();
  if (chars.find('&') == std::string::npos || is_whole(text)) return text;
  Text out;
  Offset done = 0;
  for (std::size_t at = chars.find('&'); at != std::string::npos; at = chars.find('&', at + 1)) {
    const std::size_t end = chars.find(';', at);
    if (end == std::string::npos || end - at > kLongestEntity) continue;
    const auto decoded = decode_entity(std::string_view(chars).substr(at, end + 1 - at));
    if (!decoded) continue;
    const Span entity{static_cast<Offset>(at), static_cast<Offset>(end + 1)};
    out.append(text, {done, entity.begin});
    out.append(*decoded, text.source(entity), PieceKind::escaped);
    done = entity.end;
    at = end;
  }
  out.append(text, {done, text.size()});
  return out;
}

namespace {

/// Where a formula that opens at `at` ends, or `at`: "$x_1$" but not "$5 or $6".
std::size_t formula_end(std::string_view chars, std::size_t at) {
  const std::string_view rest = chars.substr(at);
  for (const auto& [open, close] :
       {std::pair<std::string_view, std::string_view>{"$$", "$$"}, {"\\(", "\\)"}, {"\\[", "\\]"}}) {
    if (!rest.starts_with(open)) continue;
    const std::size_t end = chars.find(close, at + open.size());
    if (end != std::string_view::npos) return end + close.size();
  }
  if (rest.size() < 3 || rest[0] != '$' || is_ascii_space(rest[1])) return at;
  for (std::size_t end = at + 1; end < chars.size(); ++end) {
    if (chars[end] == '\\')
      ++end;
    else if (chars[end] == '$') {
      const bool closes =
          !is_ascii_space(chars[end - 1]) && (end + 1 == chars.size() || !is_ascii_digit(chars[end + 1]));
      return closes ? end + 1 : at;
    }
  }
  return at;
}

}  // namespace

Text with_opaque_formulae(Text text) {
  const std::string& chars = text.chars();
  if (chars.find('$') == std::string::npos && chars.find("\\(") == std::string::npos &&
      chars.find("\\[") == std::string::npos)
    return text;
  if (is_whole(text)) return text;
  Text out;
  Offset done = 0;
  for (std::size_t at = 0; at < chars.size(); ++at) {
    if (chars[at] != '$' && chars[at] != '\\') continue;
    const std::size_t end = formula_end(chars, at);
    if (end == at) continue;
    out.append(text, {done, static_cast<Offset>(at)});
    out.append(text, {static_cast<Offset>(at), static_cast<Offset>(end)}, true);
    done = static_cast<Offset>(end);
    at = end - 1;
  }
  out.append(text, {done, text.size()});
  return out;
}

void append_blocks(std::vector<Block>& to, Text text, Span span, Quoting quoting, bool plain) {
  if (!plain && is_marked_up(text.chars())) {
    for (Block& block : read_markdown(text, span, {.plain_text = true})) {
      block.quoting = quoting;
      to.push_back(std::move(block));
    }
    return;
  }
  Block& block = to.emplace_back();
  block.span = span;
  block.quoting = quoting;
  if (!plain && is_program(text.chars())) {
    block.kind = BlockKind::code;
    block.text.append(text, {0, text.size()}, true);
  } else {
    block.kind = BlockKind::field;
    block.text = with_opaque_formulae(plain ? std::move(text) : without_entities(std::move(text)));
  }
}

}  // namespace quizlint::records
