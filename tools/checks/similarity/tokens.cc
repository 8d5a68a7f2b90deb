#include "checks/similarity/tokens.h"

#include "text/utf8.h"

namespace quizlint {
namespace {

constexpr std::string_view kStops = ".,;:?!";

bool is_word_byte(char c) {
  return is_ascii_letter(c) || is_ascii_digit(c) || static_cast<unsigned char>(c) >= 0x80;
}

bool is_stop(char c) {
  return kStops.find(c) != std::string_view::npos;
}

/// Scripts that are written without blanks between words: there each character is a token.
bool is_unspaced(char32_t value) {
  return (value >= 0x2E80 && value <= 0x9FFF) || (value >= 0xAC00 && value <= 0xD7AF) ||
         (value >= 0xF900 && value <= 0xFAFF) || (value >= 0x20000 && value <= 0x3FFFF) ||
         (value >= 0x0E00 && value <= 0x0EFF);
}

/// Splits what stands between two blanks.
struct Chunk {
  std::string_view text;
  std::vector<Token>& out;

  void add(std::size_t begin, std::size_t end, TokenKind kind) {
    if (begin < end) out.push_back({text.substr(begin, end - begin), kind});
  }

  bool word_at(std::size_t i) const { return i < text.size() && is_word_byte(text[i]); }
  bool digit_at(std::size_t i) const { return i < text.size() && is_ascii_digit(text[i]); }

  /// The letter or digit at `i`, or one of value 0.
  CodePoint letter_at(std::size_t i) const {
    if (i >= text.size() || !is_word_byte(text[i])) return {};
    if (static_cast<unsigned char>(text[i]) < 0x80) return {static_cast<char32_t>(text[i]), 1};
    const CodePoint point = decode(text, i);
    return is_letter(point.value) || point.value >= kInvalid ? point : CodePoint{};
  }

  /// Where a number that begins at `i` ends.
  std::size_t number_end(std::size_t i) const {
    while (digit_at(i) || (i < text.size() && (text[i] == '.' || text[i] == ',') && digit_at(i + 1))) ++i;
    return i;
  }

  /// Where a word that begins at `i` ends: inner apostrophes and full stops ("node.js", "u.s") belong to it, and so do
  /// the signs of "c++" and "c#".
  std::size_t word_end(std::size_t i) const {
    while (i < text.size()) {
      const bool inner = (text[i] == '\'' || text[i] == '.') && word_at(i + 1) && !digit_at(i + 1);
      const CodePoint point = inner ? CodePoint{0, 1} : letter_at(i);
      if (point.size == 0 || is_unspaced(point.value)) break;
      i += point.size;
    }
    while (i < text.size() && (text[i] == '+' || text[i] == '#') && !word_at(i + 1)) ++i;
    return i;
  }

  /// "ipv4", "python3", "utf8": a version behind letters is a token of its own, so that "ipv 4" is the same.
  void add_word(std::size_t begin, std::size_t end) {
    std::size_t digits = end;
    while (digits > begin && is_ascii_digit(text[digits - 1])) --digits;
    const bool letters = text.substr(begin, digits - begin).find_first_of("0123456789") == std::string_view::npos;
    if (digits == end || digits - begin < 2 || !letters) {
      add(begin, end, TokenKind::word);
    } else {
      add(begin, digits, TokenKind::word);
      add(digits, end, TokenKind::number);
    }
  }

  /// A sign outside of ASCII: punctuation (U+2000 to U+206F and the like) says nothing, others do.
  std::size_t add_sign(std::size_t i) {
    const CodePoint point = decode(text, i);
    const bool punctuation =
        (point.value >= 0x2000 && point.value <= 0x206F) || (point.value >= 0x3000 && point.value <= 0x303F) ||
        (point.value >= 0xFF00 && point.value <= 0xFF1F) || point.value == 0xBF || point.value == 0xA1;
    add(i, i + point.size, punctuation ? TokenKind::stop : TokenKind::symbol);
    return i + point.size;
  }

  /// One token of prose; where it ends.
  std::size_t add_prose(std::size_t i) {
    if (is_ascii_digit(text[i])) {
      const std::size_t end = number_end(i);
      const std::size_t stop = word_end(end);
      add(i, stop, stop > end ? TokenKind::word : TokenKind::number);
      return stop;
    }
    if (const CodePoint letter = letter_at(i); letter.size > 0) {
      const std::size_t end = is_unspaced(letter.value) ? i + letter.size : word_end(i);
      add_word(i, end);
      return end;
    }
    if (is_word_byte(text[i])) return add_sign(i);
    if (text[i] == '%' || text[i] == '$' || text[i] == '#') add(i, i + 1, TokenKind::symbol);
    if (is_stop(text[i])) add(i, i + 1, TokenKind::stop);
    return i + 1;
  }

  /// Whether the chunk reads as code: a sign stands between or right behind letters as no prose writes it.
  bool is_code() const {
    for (std::size_t i = 1; i < text.size(); ++i) {
      const char c = text[i];
      const bool sign = std::string_view("=+*<>{}[]&|^~@\\_$").find(c) != std::string_view::npos;
      if (sign && word_at(i - 1) && word_at(i + 1)) return true;
      const bool call = c == '(' && word_at(i - 1) && i + 1 < text.size() && text.substr(i, 3) != "(s)" &&
                        text.substr(i, 4) != "(es)";
      if (call || ((c == '[' || c == '{') && word_at(i - 1))) return true;
    }
    return false;
  }

  /// A chunk without a letter or digit: signs say something unless they only end or fence a sentence.
  void add_signs(bool last) {
    const bool ends = text.find_first_not_of(kStops) == std::string_view::npos;
    if (ends) return add(0, last ? 1 : text.size(), last || text.size() == 1 ? TokenKind::stop : TokenKind::symbol);
    const bool dash = text == "-" || text == "--" || text == "\xE2\x80\x93" || text == "\xE2\x80\x94";
    if (dash) return add(0, text.size(), TokenKind::stop);
    const bool blank = text.find_first_not_of("_.?!,\\") == std::string_view::npos;
    if (blank) return add(0, 1, TokenKind::symbol);
    std::size_t end = text.size();
    while (end > 1 && is_stop(text[end - 1])) --end;
    add(0, end, TokenKind::symbol);
  }

  void split(bool last) {
    bool words = false;
    for (std::size_t i = 0; i < text.size() && !words; ++i) words = is_word_byte(text[i]);
    if (!words || text == "\xE2\x80\x93" || text == "\xE2\x80\x94") return add_signs(last);
    if (is_code()) {
      std::size_t end = text.size();
      while (end > 1 && (is_stop(text[end - 1]) || text[end - 1] == '"')) --end;
      const std::size_t begin = text[0] == '"' ? 1 : 0;
      return add(begin, end, TokenKind::code);
    }
    for (std::size_t i = 0; i < text.size();) i = add_prose(i);
  }
};

void prose_tokens(std::string_view prose, bool last, std::vector<Token>& out) {
  for (std::size_t at = 0; at < prose.size();) {
    const std::size_t begin = prose.find_first_not_of(" \n\t", at);
    if (begin == std::string_view::npos) break;
    const std::size_t end = std::min(prose.find_first_of(" \n\t", begin), prose.size());
    Chunk{prose.substr(begin, end - begin), out}.split(last && end == prose.size());
    at = end;
  }
}

}  // namespace

void tokens_of(std::string_view identity, std::vector<Token>& out) {
  out.clear();
  bool code = false;
  for (std::size_t at = 0; at < identity.size(); code = !code) {
    const std::size_t end = std::min(identity.find('`', at), identity.size());
    const std::string_view part = identity.substr(at, end - at);
    if (!code) {
      prose_tokens(part, end == identity.size(), out);
    } else if (!part.empty()) {
      out.push_back({part, TokenKind::code});
    }
    at = end + 1;
  }
}

}  // namespace quizlint
