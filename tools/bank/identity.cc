#include "bank/identity.h"

#include <algorithm>
#include <bit>
#include <cstdint>
#include <cstring>
#include <optional>
#include <vector>

#include "text/ascii.h"
#include "text/eight.h"
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

std::string plain_of(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    if (static_cast<unsigned char>(text[at]) < 0x80) {
      out += text[at++];
      continue;
    }
    const CodePoint point = decode(text, at);
    if (point.value >= kInvalid) {
      out += text[at];
    } else if (const char32_t plain = plain_form(point.value)) {
      append_utf8(out, plain);
    }
    at += point.size;
  }
  return out;
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

/// What bytes become: prose is folded, white space is a blank.
struct AsciiFolds {
  char of[256] = {};
  AsciiFolds() {
    for (std::size_t i = 0; i < 128; ++i) {
      const char c = static_cast<char>(i);
      of[i] = is_ascii_space(c) ? ' ' : ascii_lower(c);
    }
  }
};

/// In eight bytes of ASCII the high bits of those that are `from` or more; `from` is above 0.
constexpr std::uint64_t at_least(std::uint64_t eight, unsigned char from) {
  return (eight + (0x80U - from) * kEachByte) & kHighBits;
}

/// Eight bytes of ASCII folded, nothing where one of them is no plain blank or two blanks may touch.
std::optional<std::uint64_t> folded_at_once(std::uint64_t eight, bool after_blank) {
  if constexpr (std::endian::native != std::endian::little) return std::nullopt;
  const std::uint64_t blanks = at_least(eight, ' ') & ~at_least(eight, ' ' + 1);
  const std::uint64_t preceded = blanks << 8 | (after_blank ? 0x80 : 0);
  if (at_least(eight, ' ') != kHighBits || (blanks & preceded) != 0) return std::nullopt;
  const std::uint64_t capitals = at_least(eight, 'A') & ~at_least(eight, 'Z' + 1);
  return eight | capitals >> 2;
}

/// Folds ASCII prose to `to` and runs its blanks together, `before` standing there already; the end of what it wrote.
char* fold(std::string_view prose, char before, char* to) {
  static const AsciiFolds kFolds;
  while (!prose.empty()) {
    if (prose.size() >= 8) {
      if (const auto folded = folded_at_once(eight_at(prose.data()), before == ' ')) {
        std::memcpy(to, &*folded, 8);
        to += 8;
        before = to[-1];
        prose.remove_prefix(8);
        continue;
      }
    }
    for (const char c : prose.substr(0, 8)) {
      const char folded = kFolds.of[static_cast<unsigned char>(c)];
      *to = folded;
      to += folded != ' ' || before != ' ';
      before = folded;
    }
    prose.remove_prefix(std::min<std::size_t>(prose.size(), 8));
  }
  return to;
}

char* copy_code(std::string_view code, char before, char* to) {
  for (const char c : code) {
    const bool blank = is_ascii_space(c);
    *to = blank ? ' ' : c;
    to += !blank || before != ' ';
    before = blank ? ' ' : c;
  }
  return to;
}

/// What identity_of gives for ASCII, in one go: most questions are.
std::string identity_of_ascii(std::string_view prose) {
  std::string out(prose.size(), ' ');
  char* const begin = out.data();
  char* to = begin;
  const auto before = [&] { return to == begin ? ' ' : to[-1]; };
  while (true) {
    const std::size_t open = prose.find('`');
    to = fold(prose.substr(0, open), before(), to);
    if (open == std::string_view::npos) break;
    prose.remove_prefix(open + 1);
    const std::size_t close = prose.find('`');
    *to++ = close == std::string_view::npos ? '\'' : '`';
    if (close == std::string_view::npos) continue;
    to = copy_code(prose.substr(0, close), '`', to);
    *to++ = '`';
    prose.remove_prefix(close + 1);
  }
  out.resize(static_cast<std::size_t>(to - begin));
  if (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

}  // namespace

std::string identity_of(std::string_view prose) {
  if (is_ascii(prose)) return identity_of_ascii(prose);
  const std::string plain = plain_of(prose);
  if (is_ascii(plain)) return identity_of_ascii(plain);  // but for quotes and dashes most prose is
  std::string out;
  for (std::string_view left = plain; !left.empty();) {
    const std::size_t open = std::min(left.find('`'), left.size());
    append_collapsed(out, folded(left.substr(0, open)));
    left.remove_prefix(open);
    if (left.empty()) break;
    const std::size_t close = left.find('`', 1);
    const bool alone = close == std::string_view::npos;  // a mark without its partner is a quotation mark
    out += alone ? '\'' : '`';
    if (!alone) {
      append_collapsed(out, nfc(left.substr(1, close - 1)));
      out += '`';
    }
    left.remove_prefix(alone ? 1 : close + 1);
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
