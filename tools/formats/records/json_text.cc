#include "formats/records/json.h"
#include "text/utf8.h"

namespace quizlint::records {
namespace {

constexpr char32_t kReplacement = 0xFFFD;

int hex_digit(char c) {
  if (is_ascii_digit(c)) return c - '0';
  const char lower = ascii_lower(c);
  return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

/// The number of `\uXXXX` at `at`, or -1.
int unit_at(std::string_view raw, std::size_t at) {
  if (raw.size() < at + 6 || raw[at] != '\\' || raw[at + 1] != 'u') return -1;
  int unit = 0;
  for (std::size_t i = at + 2; i < at + 6; ++i) {
    const int digit = hex_digit(raw[i]);
    if (digit < 0) return -1;
    unit = unit * 16 + digit;
  }
  return unit;
}

constexpr std::string_view kNoEscape = "a backslash in text is written \\\\";

EscapeAt unicode_escape(std::string_view raw, std::size_t at) {
  const int high = unit_at(raw, at);
  if (high < 0) return {"\\", 1, "\\u takes four digits of 0 to 9 and a to f"};
  EscapeAt escape{"", 6, {}};
  auto value = static_cast<char32_t>(high);
  if (value >= 0xD800 && value < 0xE000) {
    const int low = unit_at(raw, at + 6);
    const bool pair = value < 0xDC00 && low >= 0xDC00 && low < 0xE000;
    value = pair ? 0x10000 + ((value - 0xD800) << 10) + (static_cast<char32_t>(low) - 0xDC00) : kReplacement;
    if (pair) escape.size = 12;
    if (!pair) escape.fault = "this is half of a character; the other half is missing";
  }
  append_utf8(escape.chars, value);
  return escape;
}

}  // namespace

EscapeAt escape_at(std::string_view raw, std::size_t at) {
  switch (at + 1 < raw.size() ? raw[at + 1] : '\0') {
    case 'n': return {"\n", 2, {}};
    case 't': return {"\t", 2, {}};
    case 'r': return {"\r", 2, {}};
    case 'b': return {"\b", 2, {}};
    case 'f': return {"\f", 2, {}};
    case '"': return {"\"", 2, {}};
    case '\'': return {"'", 2, "an apostrophe needs no backslash"};
    case '/': return {"/", 2, {}};
    case '\\': return {"\\", 2, {}};
    case 'u': return unicode_escape(raw, at);
    default: return {"\\", 1, kNoEscape};
  }
}

namespace {

struct JsonEscapes {
  static std::size_t next(std::string_view raw, std::size_t at) { return std::min(raw.find('\\', at), raw.size()); }
  /// `\r\n` is one line end, however it is written.
  static EscapeAt read(std::string_view raw, std::size_t at) {
    EscapeAt escape = escape_at(raw, at);
    if (escape.chars == "\r" && raw.substr(at + 2, 2) == "\\n") return {"\n", 4, {}};
    return escape;
  }
};

}  // namespace

Text decode_json(std::string_view bytes, Span inner) {
  return decode_by<JsonEscapes>(bytes, inner);
}

std::string json_chars(std::string_view raw) {
  return chars_by<JsonEscapes>(raw);
}

}  // namespace quizlint::records
