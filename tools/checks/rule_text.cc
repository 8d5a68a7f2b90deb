#include "checks/rule_text.h"

#include <algorithm>
#include <array>

#include "knowledge/pattern_index.h"
#include "text/byte_set.h"
#include "text/utf8.h"

namespace quizlint {
namespace {

struct Plain {
  std::string_view typographic;
  std::string_view plain;
};

/// What people and word processors write for the signs of a keyboard.
constexpr std::array<Plain, 8> kPlain = {{{"\u2019", "'"},
                                          {"\u2018", "'"},
                                          {"\u02BC", "'"},
                                          {"\u201C", "\""},
                                          {"\u201D", "\""},
                                          {"\u00A0", " "},
                                          {"\u202F", " "},
                                          {"\u2026", "..."}}};

constexpr ByteSet kMayBegin("\xE2\xC2\xCA\n\r\t");

/// The plain form of what stands at `at`, and how many bytes it takes there; nothing where it is plain.
Plain plain_at(std::string_view text, std::size_t at) {
  if (!kMayBegin[text[at]]) return {};
  if (is_ascii_space(text[at])) return {text.substr(at, 1), " "};
  for (const Plain& it : kPlain)
    if (text.substr(at).starts_with(it.typographic)) return it;
  return {};
}

void append_plain(Text& to, const Text& from, const Piece& piece) {
  if (piece.kind == PieceKind::made_up) return to.append(from, piece.chars);
  const std::string_view chars = from.chars();
  Offset kept = piece.chars.begin;
  for (Offset at = kept; at < piece.chars.end;) {
    const Plain plain = plain_at(chars, at);
    if (plain.plain.empty()) {
      ++at;
      continue;
    }
    to.append(from, {kept, at});
    const Span span{at, at + static_cast<Offset>(plain.typographic.size())};
    to.append(plain.plain, from.source(span), PieceKind::escaped);
    kept = at = span.end;
  }
  to.append(from, {kept, piece.chars.end});
}

/// A mark that ends a sentence: `.`, `!`, `?` before a blank or the end, or the ideographic ones.
bool ends_sentence(std::string_view text, std::size_t at) {
  const char c = text[at];
  if (c == '\n' || c == '\t') return true;
  if (c == '.' || c == '!' || c == '?') return at + 1 == text.size() || is_ascii_space(text[at + 1]);
  const std::string_view here = text.substr(at);
  return here.starts_with("\u3002") || here.starts_with("\uFF01") || here.starts_with("\uFF1F");
}

void append_plain(std::string& to, std::string_view chars) {
  std::size_t kept = 0;
  for (std::size_t at = 0; at < chars.size();) {
    const Plain plain = plain_at(chars, at);
    if (plain.plain.empty()) {
      ++at;
      continue;
    }
    to += chars.substr(kept, at - kept);
    to += plain.plain;
    kept = at += plain.typographic.size();
  }
  to += chars.substr(kept);
}

/// The characters with a mark for what is opaque.
void append_shown(std::string& to, const Text& from, Span chars) {
  const std::span<const Piece> pieces = from.pieces();
  for (auto piece = std::ranges::upper_bound(pieces, chars.begin, {}, [](const Piece& it) { return it.chars.end; });
       piece != pieces.end() && piece->chars.begin < chars.end; ++piece) {
    const Span part{std::max(piece->chars.begin, chars.begin), std::min(piece->chars.end, chars.end)};
    if (piece->kind == PieceKind::opaque) {
      to += kOpaqueMark;
    } else {
      append_plain(to, slice(from.chars(), part));
    }
  }
}

}  // namespace

std::string plain_text(const Bank& bank, std::span<const Slice> slices) {
  std::string text;
  for (const Slice& slice : slices) {
    if (!text.empty()) text += '\n';
    append_plain(text, chars_of(bank, slice));
  }
  return text;
}

std::string literal_text(const Bank& bank, std::span<const Slice> slices) {
  std::string text;
  for (const Slice& slice : slices) {
    if (!text.empty()) text += '\n';
    append_shown(text, bank.text(slice), slice.chars);
  }
  return lowered(text);
}

/// The ends of the links and images of a slice.
std::vector<Offset> link_ends(const Bank& bank, const Slice& slice) {
  std::vector<Offset> ends;
  for (const Inline& it : runs_from(bank.blocks[slice.block], slice.chars.begin, slice.chars.end))
    if ((it.kind == InlineKind::link || it.kind == InlineKind::image) && slice.chars.covers(it.chars))
      ends.push_back(it.chars.end);
  std::ranges::sort(ends);
  return ends;
}

void append_prose(Text& to, const Text& from, Span chars) {
  const Text prose = prose_of(from.slice(chars));
  for (const Piece& piece : prose.pieces()) append_plain(to, prose, piece);
}

Text rule_text(const Bank& bank, std::span<const Slice> slices, bool mark_links) {
  Text text;
  for (const Slice& slice : slices) {
    if (!text.empty()) text.append_made_up("\n");
    Offset at = slice.chars.begin;
    for (const Offset end : mark_links ? link_ends(bank, slice) : std::vector<Offset>()) {
      append_prose(text, bank.text(slice), {at, end});
      text.append_made_up(kOpaqueMark);
      at = end;
    }
    append_prose(text, bank.text(slice), {at, slice.chars.end});
  }
  return text;
}

Span sentence_around(std::string_view text, Span at) {
  Span sentence = at;
  while (sentence.begin > 0 && !ends_sentence(text, sentence.begin - 1)) --sentence.begin;
  while (sentence.end < text.size() && (sentence.end == at.begin || !ends_sentence(text, sentence.end - 1)))
    ++sentence.end;
  return sentence;
}

}  // namespace quizlint
