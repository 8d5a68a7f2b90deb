#include "text/utf8.h"

#include <cstdlib>

#include <utf8proc.h>

#include "text/ascii.h"

namespace quizlint {
namespace {

bool is_continuation(char c) {
  return (static_cast<unsigned char>(c) & 0xC0) == 0x80;
}

CodePoint invalid(unsigned char byte) {
  return {kInvalid + byte, 1};
}

/// The length that a lead byte promises, 0 where it leads nothing.
int promised(unsigned char lead) {
  if (lead < 0x80) return 1;
  if (lead >= 0xC2 && lead <= 0xDF) return 2;
  if (lead >= 0xE0 && lead <= 0xEF) return 3;
  if (lead >= 0xF0 && lead <= 0xF4) return 4;
  return 0;
}

bool well_formed(int size, char32_t value) {
  if (size == 3) return value >= 0x800 && (value < 0xD800 || value > 0xDFFF);
  return size != 4 || (value >= 0x10000 && value <= 0x10FFFF);
}

std::string mapped(std::string_view text, int options) {
  utf8proc_uint8_t* out = nullptr;
  const auto size =
      utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(text.data()), static_cast<utf8proc_ssize_t>(text.size()),
                   &out, static_cast<utf8proc_option_t>(options));
  if (size < 0) return std::string(text);
  std::string result(reinterpret_cast<const char*>(out), static_cast<std::size_t>(size));
  std::free(out);
  return result;
}

utf8proc_category_t category(char32_t value) {
  return value < 0x110000 ? utf8proc_category(static_cast<utf8proc_int32_t>(value)) : UTF8PROC_CATEGORY_CN;
}

}  // namespace

CodePoint decode(std::string_view text, std::size_t at) {
  const auto lead = static_cast<unsigned char>(text[at]);
  const int size = promised(lead);
  if (size == 1) return {lead, 1};
  if (size == 0 || at + static_cast<std::size_t>(size) > text.size()) return invalid(lead);
  char32_t value = lead & (0xFFU >> (size + 1));
  for (int i = 1; i < size; ++i) {
    const char next = text[at + static_cast<std::size_t>(i)];
    if (!is_continuation(next)) return invalid(lead);
    value = (value << 6) | (static_cast<unsigned char>(next) & 0x3FU);
  }
  if (!well_formed(size, value)) return invalid(lead);
  return {value, static_cast<std::uint8_t>(size)};
}

CodePoint decode_before(std::string_view text, std::size_t at) {
  for (std::size_t back = 1; back <= 4 && back <= at; ++back) {
    if (is_continuation(text[at - back])) continue;
    const CodePoint point = decode(text, at - back);
    if (point.size == back) return point;
    break;
  }
  return invalid(static_cast<unsigned char>(text[at - 1]));
}

void append_utf8(std::string& to, char32_t value) {
  utf8proc_uint8_t bytes[4];
  const auto size = utf8proc_encode_char(static_cast<utf8proc_int32_t>(value), bytes);
  to.append(reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(size));
}

std::size_t first_invalid(std::string_view text) {
  for (std::size_t at = ascii_end(text); at < text.size(); at = ascii_end(text, at)) {
    const CodePoint point = decode(text, at);
    if (point.value >= kInvalid) return at;
    at += point.size;
  }
  return std::string_view::npos;
}

Offset count_code_points(std::string_view text) {
  Offset count = 0;
  for (const char c : text) count += !is_continuation(c);
  return count;
}

std::string_view prefix(std::string_view text, std::size_t bytes) {
  if (bytes >= text.size()) return text;
  while (bytes > 0 && is_continuation(text[bytes])) --bytes;
  return text.substr(0, bytes);
}

std::string ascii_lower(std::string_view text) {
  std::string lower(text);
  for (char& c : lower) c = ascii_lower(c);
  return lower;
}

bool is_letter(char32_t value) {
  if (value < 0x80) return is_ascii_letter(static_cast<char>(value));
  const auto kind = category(value);
  return kind >= UTF8PROC_CATEGORY_LU && kind <= UTF8PROC_CATEGORY_LO;
}

bool is_word(char32_t value) {
  const utf8proc_category_t of = category(value);
  return (of >= UTF8PROC_CATEGORY_LU && of <= UTF8PROC_CATEGORY_NO) || of == UTF8PROC_CATEGORY_PC;
}

bool is_upper(char32_t value) {
  const auto kind = category(value);
  return kind == UTF8PROC_CATEGORY_LU || kind == UTF8PROC_CATEGORY_LT;
}

char32_t to_lower(char32_t value) {
  return value < 0x110000 ? static_cast<char32_t>(utf8proc_tolower(static_cast<utf8proc_int32_t>(value))) : value;
}

std::string nfc(std::string_view text) {
  return is_ascii(text) ? std::string(text) : mapped(text, UTF8PROC_STABLE | UTF8PROC_COMPOSE);
}

std::string folded(std::string_view text) {
  if (is_ascii(text)) return ascii_lower(text);
  return mapped(text, UTF8PROC_STABLE | UTF8PROC_COMPOSE | UTF8PROC_CASEFOLD);
}

}  // namespace quizlint
