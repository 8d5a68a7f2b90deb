#include "formats/markdown/fences.h"

#include <algorithm>

#include "formats/labels.h"
#include "formats/markdown/line.h"
#include "formats/wording.h"
#include "text/lines.h"
#include "text/utf8.h"

namespace quizlint::markdown {
namespace {

/// A line that nobody writes inside code, or only in Markdown about Markdown: a heading or item that asks, a label.
bool resumes_prose(std::string_view line) {
  const Core core = core_of(line, 1);
  if (core.chars.starts_with("<details>") || core.chars.starts_with("<summary>")) return true;
  if (core.chars.starts_with("**Q:") || core.chars.starts_with("**Question")) return true;
  const std::size_t level = core.chars.find_first_not_of('#');
  if (level == std::string_view::npos || level < 2 || level > 6 || core.chars[level] != ' ') return false;
  const std::string_view title = trimmed(core.chars.substr(level));
  return question_likeness(title.substr(lead_of(title).size)) >= 0.8;
}

bool is_markdown(std::string_view info) {
  return info.starts_with("md") || info.starts_with("markdown");
}

/// A fence with an info string: it can only open.
bool opens_fence(std::string_view line) {
  const std::size_t size = fence_size(line, '`');
  return size >= 3 && size < line.size() && is_ascii_letter(line[size]) &&
         line.find('`', size) == std::string_view::npos && count_code_points(line.substr(size)) <= 24;
}

/// A bare fence right before a closing tag ends code that raw HTML hid: `<p>`, a fence, code, this fence, `</p>`.
bool closes_tag_first(std::string_view code, const LineIndex& lines, const Block& tile) {
  return tile.info.empty() && lines.count() > 2 && core_of(slice(code, lines.content(1)), 0).chars.starts_with("</");
}

/// Where in the code the text goes on that should not be code, or npos. The first line is the fence itself.
std::size_t where_prose_resumes(std::string_view code, const Block& tile) {
  if (is_markdown(tile.info)) return std::string_view::npos;
  const LineIndex lines(code);
  if (closes_tag_first(code, lines, tile)) return lines.full(1).begin;
  std::size_t prose = std::string_view::npos;
  for (std::size_t i = 1; i < lines.count(); ++i) {
    const std::string_view line = slice(code, lines.content(i));
    if (prose == std::string_view::npos && resumes_prose(line)) prose = lines.full(i).begin;
    if (!tile.closed && prose != std::string_view::npos) return prose;
    if (!opens_fence(core_of(line, 0).chars)) continue;
    // A bare fence with a blank line behind it closed something that was not open; else some code lacks its end.
    const bool stray = tile.info.empty() && lines.count() > 1 && is_blank(slice(code, lines.content(1)));
    return stray ? lines.full(1).begin : std::min<std::size_t>(prose, lines.full(i).begin);
  }
  return std::string_view::npos;
}

bool is_fenced(const Block& tile) {
  return tile.kind == BlockKind::code && !tile.text.empty();
}

/// The character that stands at a byte of the file, or the next one.
Offset char_of(const Text& text, Offset source) {
  const auto pieces = text.pieces();
  const auto piece = std::partition_point(pieces.begin(), pieces.end(),
                                          [source](const Piece& each) { return each.source.end <= source; });
  if (piece == pieces.end()) return text.size();
  const Offset inside = source > piece->source.begin ? source - piece->source.begin : 0;
  return piece->chars.begin + std::min(inside, piece->chars.size());
}

}  // namespace

std::optional<Offset> resume_after_fence(std::vector<Block>& tiles, const Text& text) {
  for (std::size_t i = 0; i < tiles.size(); ++i) {
    Block& tile = tiles[i];
    if (!is_fenced(tile)) continue;
    const Offset begin = char_of(text, tile.span.begin);
    const Offset end = char_of(text, tile.span.end);
    const std::string_view code = slice(text.chars(), {begin, end});
    if (fence_size(core_of(code.substr(0, code.find('\n')), 9).chars, '`') == 0) continue;
    const std::size_t at = where_prose_resumes(code, tile);
    if (at == std::string_view::npos) continue;
    const Offset cut = begin + static_cast<Offset>(at);
    tile.closed = false;
    tile.span.end = text.source({cut, cut}).begin;
    const Offset keep = tile.text.pieces().empty() ? 0 : tile.text.size();
    Offset kept = 0;
    for (const Piece& piece : tile.text.pieces()) {
      if (piece.source.begin >= tile.span.end) break;
      kept = piece.chars.begin + std::min(piece.chars.size(), tile.span.end - piece.source.begin);
    }
    tile.text.truncate(std::min(keep, kept));
    tiles.resize(i + 1);
    return cut;
  }
  return std::nullopt;
}

}  // namespace quizlint::markdown
