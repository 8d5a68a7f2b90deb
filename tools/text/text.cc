#include "text/text.h"

#include "text/utf8.h"

namespace quizlint {
namespace {

bool same_length(PieceKind kind) {
  return kind == PieceKind::verbatim || kind == PieceKind::opaque;
}

bool continues(const Piece& last, Span source, PieceKind kind) {
  return last.kind == kind && same_length(kind) && last.source.end == source.begin;
}

/// The part of the piece's source for `chars`, which lies inside the piece.
Span source_inside(const Piece& piece, Span chars) {
  if (!same_length(piece.kind)) return piece.source;
  return Span{chars.begin - piece.chars.begin, chars.end - piece.chars.begin}.shifted(piece.source.begin);
}

Span common(Span a, Span b) {
  return {std::max(a.begin, b.begin), std::min(a.end, b.end)};
}

}  // namespace

Text Text::verbatim(std::string_view bytes, Offset at) {
  Text text;
  text.append(bytes, {at, at + static_cast<Offset>(bytes.size())}, PieceKind::verbatim);
  return text;
}

void Text::append(std::string_view chars, Span source, PieceKind kind) {
  if (chars.empty()) return;
  assert(!same_length(kind) || source.size() == chars.size());
  const Offset begin = size();
  chars_.append(chars);
  if (!pieces_.empty() && continues(pieces_.back(), source, kind)) {
    pieces_.back().chars.end = size();
    pieces_.back().source.end = source.end;
  } else {
    pieces_.push_back({{begin, size()}, source, kind});
  }
}

void Text::append_made_up(std::string_view chars) {
  const Offset at = pieces_.empty() ? 0 : pieces_.back().source.end;
  append(chars, {at, at}, PieceKind::made_up);
}

void Text::append(const Text& other, Span chars, bool opaque) {
  for (std::size_t i = other.piece_at(chars.begin); i < other.pieces_.size(); ++i) {
    const Piece& piece = other.pieces_[i];
    if (piece.chars.begin >= chars.end) break;
    const Span part = common(piece.chars, chars);
    const PieceKind kind = opaque && piece.kind == PieceKind::verbatim ? PieceKind::opaque : piece.kind;
    append(quizlint::slice(other.chars_, part), source_inside(piece, part), kind);
  }
}

void Text::truncate(Offset size) {
  while (!pieces_.empty() && pieces_.back().chars.begin >= size) pieces_.pop_back();
  if (!pieces_.empty() && pieces_.back().chars.end > size) {
    Piece& last = pieces_.back();
    last.source = source_inside(last, {last.chars.begin, size});
    last.chars.end = size;
  }
  chars_.resize(std::min<std::size_t>(size, chars_.size()));
}

std::size_t Text::piece_at(Offset at) const {
  const auto after = std::upper_bound(pieces_.begin(), pieces_.end(), at,
                                      [](Offset value, const Piece& piece) { return value < piece.chars.end; });
  return static_cast<std::size_t>(after - pieces_.begin());
}

Span Text::source(Span chars) const {
  if (pieces_.empty()) return {};
  if (chars.empty()) {
    const std::size_t i = piece_at(chars.begin);
    const Offset at = i == pieces_.size() ? pieces_.back().source.end : source_inside(pieces_[i], chars).begin;
    return {at, at};
  }
  const Piece& first = pieces_[piece_at(chars.begin)];
  const Piece& last = pieces_[piece_at(chars.end - 1)];
  return {source_inside(first, common(first.chars, chars)).begin, source_inside(last, common(last.chars, chars)).end};
}

bool Text::editable(Span chars) const {
  for (std::size_t i = piece_at(chars.begin); i < pieces_.size(); ++i) {
    const Piece& piece = pieces_[i];
    if (piece.chars.begin >= chars.end) break;
    if (piece.kind == PieceKind::made_up) return false;
    if (piece.kind != PieceKind::verbatim && !chars.covers(piece.chars)) return false;
    // Between two pieces may stand what shows no character, such as a tag or a picture.
    const bool next_inside = i + 1 < pieces_.size() && pieces_[i + 1].chars.begin < chars.end;
    if (next_inside && pieces_[i + 1].source.begin != piece.source.end) return false;
  }
  return true;
}

bool Text::has_opaque(Span chars) const {
  for (std::size_t i = piece_at(chars.begin); i < pieces_.size() && pieces_[i].chars.begin < chars.end; ++i)
    if (pieces_[i].kind == PieceKind::opaque) return true;
  return false;
}

Text Text::slice(Span chars) const {
  Text part;
  part.append(*this, chars);
  return part;
}

Text prose_of(const Text& text) {
  Text prose;
  bool after_opaque = false;
  for (const Piece& piece : text.pieces()) {
    const bool opaque = piece.kind == PieceKind::opaque;
    if (!opaque) {
      prose.append(text, piece.chars);
    } else if (!after_opaque) {
      prose.append(kOpaqueMark, piece.source, PieceKind::escaped);
    }
    after_opaque = opaque;
  }
  return prose;
}

Span trimmed(std::string_view text, Span within) {
  while (!within.empty() && is_ascii_space(text[within.begin])) ++within.begin;
  while (!within.empty() && is_ascii_space(text[within.end - 1])) --within.end;
  return within;
}

std::string_view trimmed(std::string_view text) {
  return slice(text, trimmed(text, {0, static_cast<Offset>(text.size())}));
}

}  // namespace quizlint
