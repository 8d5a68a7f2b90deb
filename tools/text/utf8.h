#pragma once

#include <string>
#include <string_view>

#include "text/span.h"

namespace quizlint {

/// A decoded code point and the bytes it took. A byte that begins no valid sequence decodes as itself plus
/// kInvalid, one byte long, so that every loop moves on whatever the bytes.
struct CodePoint {
  char32_t value = 0;
  std::uint8_t size = 0;
};
inline constexpr char32_t kInvalid = 0x110000;

/// The code point at `at`; `at` must lie inside.
CodePoint decode(std::string_view text, std::size_t at);
/// The code point that ends before `at`, `at` > 0.
CodePoint decode_before(std::string_view text, std::size_t at);
void append_utf8(std::string& to, char32_t value);

/// Where the first invalid sequence begins (Unicode 15 table 3-7: no surrogates, no overlong forms), or npos.
std::size_t first_invalid(std::string_view text);
Offset count_code_points(std::string_view text);
/// The first `bytes` bytes at most, cut before a code point that would not fit.
std::string_view prefix(std::string_view text, std::size_t bytes);

inline bool is_ascii_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
inline bool is_ascii_digit(char c) {
  return c >= '0' && c <= '9';
}
inline bool is_ascii_space(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f' || c == '\v';
}
inline char ascii_lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
}
std::string ascii_lower(std::string_view text);

/// Unicode letters (general category L*), upper case (Lu, Lt), and the simple lower-case mapping.
bool is_letter(char32_t value);
bool is_upper(char32_t value);
/// Letters, marks, digits and connecting punctuation such as `_`: what regular expressions call a word character.
bool is_word(char32_t value);
char32_t to_lower(char32_t value);

/// Canonical composition (NFC), and NFC with full case folding, for comparing prose (Unicode standard annex 15).
/// Bytes that are not UTF-8 are kept as they are.
std::string nfc(std::string_view text);
std::string folded(std::string_view text);

}  // namespace quizlint
