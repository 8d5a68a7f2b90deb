#include "checks/fragments/repair.h"

#include <algorithm>
#include <array>
#include <vector>

#include "text/utf8.h"

namespace quizlint {
namespace {

/// What Windows-1252 shows for the bytes 0x80 to 0x9F (the WHATWG encoding standard's index, which keeps C1 controls
/// where the code page has nothing). The bytes above are those of Latin-1.
constexpr std::array<char16_t, 32> kWindows1252 = {0x20AC, 0x81,   0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                                   0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8D,   0x017D, 0x8F,
                                                   0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                                   0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D,   0x017E, 0x0178};

constexpr int kRounds = 3;  ///< a text goes through a wrong program at most so many times

/// The byte that Windows-1252 or Latin-1 shows as this character, or 0 where there is none above 0x7F.
unsigned char byte_of(char32_t value) {
  if (value >= 0x80 && value <= 0xFF) return static_cast<unsigned char>(value);
  const auto at = std::ranges::find(kWindows1252, value);
  return at == kWindows1252.end() ? 0 : static_cast<unsigned char>(0x80 + (at - kWindows1252.begin()));
}

struct Char {
  char32_t value = 0;
  unsigned char byte = 0;  ///< as byte_of gives it
};

std::vector<Char> chars_of(std::string_view text) {
  std::vector<Char> chars;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = decode(text, at);
    chars.push_back({point.value, byte_of(point.value)});
    at += point.size;
  }
  return chars;
}

/// A UTF-8 sequence that stands as characters.
struct Sequence {
  char32_t value = 0;
  std::size_t size = 0;
};

Sequence sequence_at(const std::vector<Char>& chars, std::size_t at) {
  const unsigned char lead = chars[at].byte;
  const std::size_t size = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC2 ? 2 : 0;
  if (size == 0 || at + size > chars.size()) return {};
  std::string bytes;
  for (std::size_t i = 0; i < size; ++i) {
    if (chars[at + i].byte == 0) return {};
    bytes += static_cast<char>(chars[at + i].byte);
  }
  const CodePoint point = decode(bytes, 0);
  return point.size == size && point.value < kInvalid ? Sequence{point.value, size} : Sequence{};
}

bool between(char32_t value, char32_t first, char32_t last) {
  return first <= value && value <= last;
}

/// Signs that every text may hold: typographic marks, currency, arrows, mathematics, emoji.
bool is_sign(char32_t value) {
  return between(value, 0xA0, 0xBF) || between(value, 0x2010, 0x206F) || between(value, 0x20A0, 0x2BFF) ||
         value == 0xFE0F || value == 0xFEFF || value == 0xFFFD || between(value, 0x1F000, 0x1FAFF);
}

bool is_latin(char32_t value) {
  return between(value, 0xC0, 0x17F);
}

/// The script of letters that come in words, so that one alone proves nothing; 0 for the others.
int script_of(char32_t value) {
  if (between(value, 0x370, 0x3FF)) return 1;
  if (between(value, 0x400, 0x52F)) return 2;
  if (between(value, 0x590, 0x5FF)) return 3;
  if (between(value, 0x600, 0x6FF)) return 4;
  if (between(value, 0x900, 0xDFF)) return 5;
  if (between(value, 0xE00, 0xE7F)) return 6;
  if (between(value, 0x1E00, 0x1EFF)) return 7;
  if (between(value, 0x3000, 0x9FFF) || between(value, 0xF900, 0xFAFF) || between(value, 0xFF00, 0xFFEF)) return 8;
  return between(value, 0xAC00, 0xD7AF) ? 9 : 0;
}

/// Marks that may close or follow a word of their own right.
bool is_closing(char32_t value) {
  return between(value, 0x2013, 0x2026);
}

bool believable_letter(const std::vector<Char>& chars, std::size_t at, const Sequence& sequence) {
  if (!is_closing(chars[at + 1].value)) return true;
  const bool before = at > 0 && is_upper(chars[at - 1].value);
  const bool after = at + 2 < chars.size() && is_letter(chars[at + 2].value);
  return sequence.size == 2 && after && !before;
}

bool believable(const std::vector<Char>& chars, std::size_t at, const Sequence& sequence, bool trusting) {
  if (sequence.size == 0) return false;
  if (is_sign(sequence.value)) return true;
  if (is_latin(sequence.value)) return trusting || believable_letter(chars, at, sequence);
  const int script = script_of(sequence.value);
  if (script == 0) return false;
  if (trusting) return true;
  if (script == 7) return !is_closing(chars[at + sequence.size - 1].value);
  const std::size_t next = at + sequence.size;
  if (next < chars.size() && script_of(sequence_at(chars, next).value) == script) return true;
  return at >= sequence.size && script_of(sequence_at(chars, at - sequence.size).value) == script;
}

/// One round; the same text where nothing was broken.
std::string repaired_once(std::string_view word, bool trusting) {
  const std::vector<Char> chars = chars_of(word);
  std::string out;
  for (std::size_t at = 0; at < chars.size();) {
    const Sequence sequence = sequence_at(chars, at);
    const bool taken = believable(chars, at, sequence, trusting);
    append_utf8(out, taken ? sequence.value : chars[at].value);
    at += taken ? sequence.size : 1;
  }
  return out;
}

}  // namespace

std::optional<std::string> repaired(std::string_view word, bool trusting) {
  if (first_invalid(word) != std::string_view::npos) return std::nullopt;
  std::string text(word);
  for (int round = 0; round < kRounds; ++round) {
    std::string next = repaired_once(text, trusting || round > 0);
    if (next == text) break;
    text = std::move(next);
  }
  if (text == word) return std::nullopt;
  return text;
}

}  // namespace quizlint
