#include "text/words.h"

#include <array>

#include "text/utf8.h"

namespace quizlint {
namespace {

enum class Sign : std::uint8_t { letter, apostrophe, joiner, digit, other };

constexpr std::string_view kJoiners = "/\\.@:#=$&+<>~%*^";

constexpr std::array<Sign, 0x80> kAsciiSigns = [] {
  std::array<Sign, 0x80> signs{};
  signs.fill(Sign::other);
  for (char c = 'a'; c <= 'z'; ++c) signs[static_cast<std::size_t>(c)] = Sign::letter;
  for (char c = 'A'; c <= 'Z'; ++c) signs[static_cast<std::size_t>(c)] = Sign::letter;
  for (char c = '0'; c <= '9'; ++c) signs[static_cast<std::size_t>(c)] = Sign::digit;
  for (const char c : kJoiners) signs[static_cast<std::size_t>(c)] = Sign::joiner;
  signs['_'] = Sign::digit;
  signs['\''] = Sign::apostrophe;
  return signs;
}();

struct SignAt {
  Sign sign = Sign::other;
  std::uint8_t size = 0;  ///< bytes
};

struct Scanner {
  std::string_view chars;

  SignAt look(std::size_t i) const {
    const auto byte = static_cast<unsigned char>(chars[i]);
    if (byte < 0x80) return {kAsciiSigns[byte], 1};
    const CodePoint point = decode(chars, i);
    if (point.value == 0x2019) return {Sign::apostrophe, point.size};
    return {is_letter(point.value) ? Sign::letter : Sign::other, point.size};
  }

  Sign at(std::size_t i) const { return i < chars.size() ? look(i).sign : Sign::other; }

  /// Where the token that begins at `i` ends; `plain` says whether it is letters and apostrophes alone.
  std::size_t token_end(std::size_t i, bool& plain) const {
    while (i < chars.size()) {
      const auto [sign, size] = look(i);
      const Sign next = at(i + size);
      if (sign == Sign::other || (sign == Sign::apostrophe && next != Sign::letter)) return i;
      if (sign == Sign::joiner && next != Sign::letter && next != Sign::digit) return i;
      if (sign == Sign::digit || sign == Sign::joiner) plain = false;
      i += size;
    }
    return i;
  }
};

void words_in(const Text& text, Span run, std::vector<Word>& out) {
  const Scanner scan{std::string_view(text.chars()).substr(0, run.end)};
  for (std::size_t i = run.begin; i < run.end;) {
    const auto [sign, size] = scan.look(i);
    if (sign != Sign::letter && sign != Sign::digit) {
      i += size;
      continue;
    }
    bool plain = true;
    const std::size_t end = scan.token_end(i, plain);
    out.push_back({{static_cast<Offset>(i), static_cast<Offset>(end)}, plain});
    i = end;
  }
}

}  // namespace

std::vector<Word> words_of(const Text& text) {
  std::vector<Word> words;
  Span run;
  for (const Piece& piece : text.pieces()) {
    if (piece.kind == PieceKind::opaque) {
      words_in(text, run, words);
      run = {piece.chars.end, piece.chars.end};
    } else {
      run.end = piece.chars.end;
    }
  }
  words_in(text, run, words);
  return words;
}

std::size_t count_words(std::string_view text) {
  std::size_t count = 0;
  bool inside = false;
  for (const char c : text) {
    const bool part = is_ascii_letter(c) || is_ascii_digit(c) || static_cast<unsigned char>(c) >= 0x80;
    if (part && !inside) ++count;
    if (part) inside = true;
    if (is_ascii_space(c)) inside = false;
  }
  return count;
}

}  // namespace quizlint
