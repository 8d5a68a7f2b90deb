#include "text/words.h"

#include "text/utf8.h"

namespace quizlint {
namespace {

enum class Sign : std::uint8_t { letter, apostrophe, joiner, digit, other };

constexpr std::string_view kJoiners = "/\\.@:#=$&+<>~%*^";

Sign sign_of(char32_t value) {
  if (value >= 0x80) return value == 0x2019 ? Sign::apostrophe : is_letter(value) ? Sign::letter : Sign::other;
  const char c = static_cast<char>(value);
  if (is_ascii_letter(c)) return Sign::letter;
  if (is_ascii_digit(c) || c == '_') return Sign::digit;
  if (c == '\'') return Sign::apostrophe;
  return kJoiners.find(c) == std::string_view::npos ? Sign::other : Sign::joiner;
}

struct Scanner {
  std::string_view chars;

  Sign at(std::size_t i) const { return i < chars.size() ? sign_of(decode(chars, i).value) : Sign::other; }

  /// Where the token that begins at `i` ends; `plain` says whether it is letters and apostrophes alone.
  std::size_t token_end(std::size_t i, bool& plain) const {
    while (i < chars.size()) {
      const CodePoint point = decode(chars, i);
      const Sign sign = sign_of(point.value);
      const Sign next = at(i + point.size);
      if (sign == Sign::other || (sign == Sign::apostrophe && next != Sign::letter)) return i;
      if (sign == Sign::joiner && next != Sign::letter && next != Sign::digit) return i;
      if (sign == Sign::digit || sign == Sign::joiner) plain = false;
      i += point.size;
    }
    return i;
  }
};

void words_in(const Text& text, Span run, std::vector<Word>& out) {
  const Scanner scan{std::string_view(text.chars()).substr(0, run.end)};
  for (std::size_t i = run.begin; i < run.end;) {
    const CodePoint point = decode(scan.chars, i);
    const Sign sign = sign_of(point.value);
    if (sign != Sign::letter && sign != Sign::digit) {
      i += point.size;
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
