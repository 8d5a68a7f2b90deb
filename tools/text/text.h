#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "text/span.h"

namespace quizlint {

/// How a run of decoded characters relates to the bytes it came from.
enum class PieceKind : std::uint8_t {
  verbatim,  ///< the same bytes stand in the file: an edit may begin and end inside
  escaped,   ///< written otherwise in the file (`\n` in JSON, `&amp;`, CRLF): editable only as a whole
  made_up,   ///< stands nowhere in the file (a separator between table cells); its source span is empty
  opaque,    ///< code, a formula, a URL: verbatim, but one unknown word to checks that look at sentences
};

/// A run of characters with one origin. `chars` counts bytes of the decoded text, `source` bytes of the file.
struct Piece {
  Span chars;
  Span source;
  PieceKind kind = PieceKind::verbatim;
};

/// Decoded characters (UTF-8) that remember where in the file they came from.
///
/// Pieces are sorted, do not overlap and tile the characters; sources ascend. Maps compose: a reader that takes
/// a Text and appends slices of it to another Text keeps the way back to the file.
class Text {
 public:
  Text() = default;
  /// A text that stands in the file as it is, from byte `at`.
  static Text verbatim(std::string_view bytes, Offset at);

  const std::string& chars() const { return chars_; }
  std::span<const Piece> pieces() const { return pieces_; }
  bool empty() const { return chars_.empty(); }
  Offset size() const { return static_cast<Offset>(chars_.size()); }

  /// Appends characters that came from `source`. A verbatim or opaque piece has as many bytes as its source.
  void append(std::string_view chars, Span source, PieceKind kind);
  /// Appends characters that stand nowhere in the file, between what came before and what comes after.
  void append_made_up(std::string_view chars);
  /// Appends a slice of another text with its origin. `opaque` turns verbatim pieces into opaque ones.
  void append(const Text& other, Span chars, bool opaque = false);

  /// Drops all characters from `size` on.
  void truncate(Offset size);

  /// The bytes of the file from which these characters came. For an empty span, the place where it stands.
  Span source(Span chars) const;
  /// Whether an edit of these characters can be written back: neither end lies inside a piece that is not
  /// verbatim, and no made-up character is inside.
  bool editable(Span chars) const;
  /// Whether any of these characters is opaque.
  bool has_opaque(Span chars) const;
  Text slice(Span chars) const;

 private:
  std::size_t piece_at(Offset at) const;

  std::string chars_;
  std::vector<Piece> pieces_;
};

/// What stands in a sentence for a piece that is not prose: U+FFFC, the object replacement character.
inline constexpr std::string_view kOpaqueMark = "\xEF\xBF\xBC";

/// The same text with every run of opaque characters replaced by one kOpaqueMark, for checks that look at sentences.
Text prose_of(const Text& text);

/// `text` without the white space at both ends, as a span of it.
Span trimmed(std::string_view text, Span within);
std::string_view trimmed(std::string_view text);

}  // namespace quizlint
