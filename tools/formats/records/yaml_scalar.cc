#include "formats/records/yaml.h"
#include "text/utf8.h"

namespace quizlint::records {
namespace {

enum class Style : std::uint8_t { plain, single_quoted, double_quoted, block };

Style style_at(std::string_view bytes, Offset at) {
  const char c = at < bytes.size() ? bytes[at] : '\0';
  if (c == '"') return Style::double_quoted;
  if (c == '\'') return Style::single_quoted;
  return c == '|' || c == '>' ? Style::block : Style::plain;
}

bool is_space(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/// Walks the bytes of a scalar and the characters that YAML made of them side by side.
class Aligner {
 public:
  Aligner(std::string_view bytes, Offset at, std::string_view value, Style style)
      : bytes_(bytes), at_(at), value_(value), style_(style) {}

  /// Whether every character found its bytes.
  bool run() {
    while (next_ < value_.size())
      if (!step()) return false;
    return true;
  }
  Offset end() const { return at_; }
  Text take() { return std::move(text_); }

 private:
  char peek() const { return at_ < bytes_.size() ? bytes_[at_] : '\0'; }

  bool step() {
    if (breaks_line()) return fold();
    if (style_ == Style::double_quoted && peek() == '\\') return escape();
    if (style_ == Style::single_quoted && peek() == '\'') {
      if (at_ + 1 >= bytes_.size() || bytes_[at_ + 1] != '\'' || value_[next_] != '\'') return false;
      return put(1, 2);
    }
    if (peek() != value_[next_] || at_ >= bytes_.size()) return false;
    text_.append(value_.substr(next_, 1), {at_, at_ + 1}, PieceKind::verbatim);
    ++next_;
    ++at_;
    return true;
  }

  /// Whether only blanks stand before the end of this line.
  bool breaks_line() {
    if (at_ < goes_on_until_) return false;
    Offset at = at_;
    for (; at < bytes_.size() && is_space(bytes_[at]); ++at)
      if (bytes_[at] == '\n') return true;
    goes_on_until_ = at;
    return false;
  }

  /// Line ends, blank lines and indentation stand for a blank, for line ends, or for nothing.
  bool fold() {
    std::size_t chars = next_;
    while (chars < value_.size() && is_space(value_[chars])) ++chars;
    Offset end = at_;
    if (chars == value_.size()) {
      end = static_cast<Offset>(bytes_.find('\n', at_)) + 1;
    } else {
      while (end < bytes_.size() && is_space(bytes_[end])) ++end;
    }
    return put(chars - next_, end - at_);
  }

  bool escape() {
    if (at_ + 1 >= bytes_.size()) return false;
    const char c = bytes_[at_ + 1];
    Offset size = c == 'x' ? 4 : c == 'u' ? 6 : c == 'U' ? 10 : 2;
    if (c == '\n' || c == '\r') {
      while (at_ + size < bytes_.size() && is_space(bytes_[at_ + size])) ++size;
      return put(0, size);
    }
    return put(decode(value_, next_).size, size);
  }

  bool put(std::size_t chars, Offset size) {
    if (next_ + chars > value_.size() || at_ + size > bytes_.size()) return false;
    text_.append(value_.substr(next_, chars), {at_, at_ + size}, PieceKind::escaped);
    next_ += chars;
    at_ += size;
    return true;
  }

  std::string_view bytes_;
  Offset at_;
  std::string_view value_;
  Style style_;
  std::size_t next_ = 0;
  Offset goes_on_until_ = 0;  ///< no line ends before that
  Text text_;
};

/// Where the text of a block scalar begins: behind its header line and the indentation of its first line.
Offset block_begin(std::string_view bytes, Offset at) {
  const std::size_t line = bytes.find('\n', at);
  if (line == std::string_view::npos) return static_cast<Offset>(bytes.size());
  auto begin = static_cast<Offset>(line + 1);
  while (begin < bytes.size() && bytes[begin] == ' ') ++begin;
  return begin;
}

/// Behind the quotation mark that closes a scalar.
Offset closing(std::string_view bytes, Offset at, Style style) {
  const char quote = style == Style::double_quoted ? '"' : '\'';
  for (Offset end = at + 1; end < bytes.size(); ++end) {
    if (style == Style::double_quoted && bytes[end] == '\\') {
      ++end;
    } else if (bytes[end] == quote) {
      if (style == Style::double_quoted || end + 1 >= bytes.size() || bytes[end + 1] != quote) return end;
      ++end;
    }
  }
  return static_cast<Offset>(bytes.size());
}

/// The characters of tags and anchors (YAML 1.2.2, ns-tag-char), as yaml-cpp takes them.
bool is_of_property(char c) {
  return is_ascii_letter(c) || is_ascii_digit(c) ||
         std::string_view("!&-#;/?:@=+$_.~*'()%").find(c) != std::string_view::npos;
}

}  // namespace

/// Behind `&anchor` and `!tag`, which stand before the text and no text begins with.
Offset behind_properties(std::string_view bytes, Offset at) {
  while (at < bytes.size() && (bytes[at] == '&' || bytes[at] == '!')) {
    const bool verbatim = bytes.substr(at).starts_with("!<");
    std::size_t end = at;  // what belongs to no tag begins the text: a letter of another script, a sign
    while (end < bytes.size() && (verbatim ? !is_space(bytes[end]) : is_of_property(bytes[end]))) ++end;
    if (end == bytes.size()) return at;
    const std::size_t text = bytes.find_first_not_of(" \t\r\n", end);
    if (text == bytes.npos) return at;
    at = static_cast<Offset>(text);
  }
  return at;
}

YamlScalar locate_scalar(std::string_view bytes, Offset at, std::string_view value) {
  at = behind_properties(bytes, at);
  const Style style = style_at(bytes, at);
  const bool quoted = style == Style::double_quoted || style == Style::single_quoted;
  YamlScalar scalar;
  const Offset begin = quoted ? at + 1 : style == Style::block ? block_begin(bytes, at) : at;
  Aligner aligner(bytes, begin, value, style);
  const bool good = aligner.run();
  Offset end = aligner.end();
  if (quoted) end = std::max(end, closing(bytes, at, style));
  scalar.inner = {begin, std::max(begin, std::min<Offset>(end, static_cast<Offset>(bytes.size())))};
  const Offset behind = quoted ? std::min(scalar.inner.end + 1, static_cast<Offset>(bytes.size())) : scalar.inner.end;
  scalar.span = {at, std::max(behind, at)};
  scalar.quoting = style == Style::double_quoted   ? Quoting::json
                   : style == Style::single_quoted ? Quoting::yaml
                                                   : Quoting::bare;
  if (good) {
    scalar.text = aligner.take();
  } else if (!scalar.inner.empty()) {
    scalar.text.append(value, scalar.inner, PieceKind::escaped);
  }
  return scalar;
}

}  // namespace quizlint::records
