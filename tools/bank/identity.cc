#include "bank/identity.h"

#include <algorithm>
#include <vector>

#include "text/text.h"
#include "text/utf8.h"

namespace quizlint {
namespace {

/// A plain spelling of typographic quotes, spaces and hyphens; 0 for what shows nothing; else the character itself.
char32_t plain_form(char32_t value) {
  switch (value) {
    case 0x2018:
    case 0x2019:
    case 0x201A:
    case 0x201B:
    case 0x2032:
    case 0x02BC: return '\'';
    case 0x201C:
    case 0x201D:
    case 0x201E:
    case 0x201F:
    case 0x2033:
    case 0x00AB:
    case 0x00BB: return '"';
    case 0x00A0:
    case 0x202F:
    case 0x2007:
    case 0x3000: return ' ';
    case 0x2010:
    case 0x2011: return '-';
    case 0x2026: return 0x2026;
    case 0x00AD:
    case 0x200B:
    case 0x2060:
    case 0xFEFF: return 0;
    default: return value >= 0x2000 && value <= 0x200A ? U' ' : value;
  }
}

void append_plain(std::string& to, std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = decode(text, at);
    if (point.value < 0x80 || point.value >= kInvalid) {
      to += text[at];
    } else if (const char32_t plain = plain_form(point.value)) {
      append_utf8(to, plain);
    }
    at += point.size;
  }
}

void append_collapsed(std::string& to, std::string_view text) {
  for (const char c : text) {
    if (!is_ascii_space(c)) {
      to += c;
    } else if (!to.empty() && to.back() != ' ') {
      to += ' ';
    }
  }
}

std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    std::string_view line = text.substr(0, end);
    while (!line.empty() && is_ascii_space(line.back())) line.remove_suffix(1);
    if (!line.empty() || !lines.empty()) lines.push_back(line);
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  while (!lines.empty() && lines.back().empty()) lines.pop_back();
  return lines;
}

std::size_t indentation(std::string_view line) {
  return std::min(line.find_first_not_of(" \t"), line.size());
}

/// What identity_of gives for ASCII, in one go: most questions are.
std::string identity_of_ascii(std::string_view prose) {
  const bool odd = std::ranges::count(prose, '`') % 2 != 0;
  const std::size_t lone = odd ? prose.rfind('`') : std::string_view::npos;
  std::string out;
  out.reserve(prose.size());
  bool code = false;
  for (std::size_t i = 0; i < prose.size(); ++i) {
    const char c = prose[i];
    if (is_ascii_space(c)) {
      if (!out.empty() && out.back() != ' ') out += ' ';
    } else if (c == '`') {
      out += i == lone ? '\'' : '`';
      code = !code;
    } else {
      out += code ? c : ascii_lower(c);
    }
  }
  if (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

bool is_ascii(std::string_view text) {
  return std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

}  // namespace

std::string identity_of(std::string_view prose) {
  if (is_ascii(prose)) return identity_of_ascii(prose);
  std::string out, part;
  bool code = false;
  for (std::size_t at = 0; at <= prose.size(); code = !code) {
    std::size_t end = std::min(prose.find('`', at), prose.size());
    // A mark without its partner is a quotation mark.
    const bool alone = !code && end < prose.size() && prose.find('`', end + 1) == std::string_view::npos;
    part.clear();
    append_plain(part, prose.substr(at, (alone ? prose.size() : end) - at));
    if (alone) {
      std::ranges::replace(part, '`', '\'');
      end = prose.size();
    }
    append_collapsed(out, code ? nfc(part) : folded(part));
    if (end < prose.size()) out += '`';
    at = end + 1;
  }
  if (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

std::string identity_of_code(std::string_view code) {
  const std::vector<std::string_view> lines = lines_of(code);
  std::size_t common = std::string_view::npos;
  for (const std::string_view line : lines)
    if (!line.empty()) common = std::min(common, indentation(line));
  std::string out;
  for (const std::string_view line : lines) {
    out += line.substr(std::min(common, line.size()));
    out += '\n';
  }
  return out;
}

}  // namespace quizlint
