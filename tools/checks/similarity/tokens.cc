#include "checks/similarity/tokens.h"

#include "text/byte_set.h"
#include "text/utf8.h"

namespace quizlint {
namespace {

constexpr std::string_view kStops = ".,;:?!";
constexpr ByteSet kStop(kStops);
/// Signs that no prose writes inside a word or before one.
constexpr ByteSet kCodeSign("=<>{}[]&|^~@\\");
/// What may stand around prose without being a part of it.
constexpr ByteSet kOpen("\"'(*_"), kClose("\"')*_.,;:?!");

bool is_word_byte(char c) {
  return is_ascii_letter(c) || is_ascii_digit(c) || static_cast<unsigned char>(c) >= 0x80;
}

bool is_stop(char c) {
  return kStop[c];
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
    if (begin < end) out.push_back({text.substr(begin, end - begin), kind, false});
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

  /// Whether [begin, end) reads as code: it has a sign that no prose writes inside a word or before one.
  bool is_code(std::size_t begin, std::size_t end) const {
    const std::string_view part = text.substr(begin, end - begin);
    if (part.size() > 1 && part[0] == '-' && part[1] != '-' && word_at(begin + 1)) return true;
    if (part.starts_with("--") && part.size() > 2) return true;
    for (std::size_t i = 0; i < part.size(); ++i) {
      const bool inner = i > 0 && i + 1 < part.size() && is_word_byte(part[i - 1]) && is_word_byte(part[i + 1]);
      if (kCodeSign[part[i]]) return true;
      if ((part[i] == '+' || part[i] == '*' || part[i] == '_') && inner) return true;
      const bool plural = part.substr(i, 3) == "(s)" || part.substr(i, 4) == "(es)";
      if (part[i] == '(' && i > 0 && is_word_byte(part[i - 1]) && !plural) return true;
    }
    return false;
  }

  /// Without the marks that fence prose: quotes, brackets around it, emphasis, the end of a sentence.
  Span bare() const {
    Span span{0, static_cast<Offset>(text.size())};
    while (span.size() > 1 && kOpen[text[span.begin]]) ++span.begin;
    const bool call = text.substr(span.begin, span.size()).find('(') != std::string_view::npos;
    while (span.size() > 1 && (kClose[text[span.end - 1]] && (!call || text[span.end - 1] != ')'))) --span.end;
    return span;
  }

  /// A chunk without a letter or digit: signs say something unless they only end or fence a sentence.
  void add_signs(bool last) {
    const bool ends = text.find_first_not_of(kStops) == std::string_view::npos;
    if (ends) return add(0, last ? 1 : text.size(), last || text.size() == 1 ? TokenKind::stop : TokenKind::symbol);
    if (text.find_first_not_of("\"'") == std::string_view::npos) return;
    const bool dash = text == "-" || text == "--" || text == "\xE2\x80\x93" || text == "\xE2\x80\x94";
    if (dash) return add(0, text.size(), TokenKind::stop);
    const bool blank = text.find_first_not_of("_.?!,\\") == std::string_view::npos;
    if (blank) return add(0, 1, TokenKind::symbol);
    std::size_t end = text.size();
    while (end > 1 && is_stop(text[end - 1])) --end;
    add(0, end, TokenKind::symbol);
  }

  /// Most chunks are letters alone, or letters and one stop behind them.
  bool is_plain() const {
    std::size_t letters = 0;
    while (letters < text.size() && is_ascii_letter(text[letters])) ++letters;
    return letters > 0 && (letters == text.size() || (letters + 1 == text.size() && is_stop(text.back())));
  }

  void split_plain() {
    const std::size_t letters = text.size() - (is_stop(text.back()) ? 1 : 0);
    out.push_back({text.substr(0, letters), TokenKind::word, false});
    if (letters < text.size()) out.push_back({text.substr(letters), TokenKind::stop, false});
  }

  void split(bool last) {
    if (is_plain()) return split_plain();
    bool words = false;
    for (std::size_t i = 0; i < text.size() && !words; ++i) words = is_word_byte(text[i]);
    if (!words || text == "\xE2\x80\x93" || text == "\xE2\x80\x94") return add_signs(last);
    if (const Span inner = bare(); is_code(inner.begin, inner.end)) return add(inner.begin, inner.end, TokenKind::code);
    for (std::size_t i = 0; i < text.size();) {
      const std::size_t before = out.size();
      const bool hangs = i > 1 && text[i - 1] == '-' && is_ascii_letter(text[i - 2]) && is_ascii_letter(text[i]);
      i = add_prose(i);
      if (hangs && out.size() == before + 1) out.back().hangs = true;
    }
  }
};

void prose_tokens(std::string_view prose, bool last, std::vector<Token>& out) {
  for (std::size_t at = 0; at < prose.size();) {
    const std::size_t begin = prose.find_first_not_of(' ', at);
    if (begin == std::string_view::npos) break;
    const std::size_t end = std::min(prose.find(' ', begin), prose.size());
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
      out.push_back({part, TokenKind::code, false});
    }
    at = end + 1;
  }
}

}  // namespace quizlint
