#include "formats/markdown/fences.h"

#include "formats/markdown/line.h"
#include "text/lines.h"
#include "text/utf8.h"

namespace quizlint::markdown {
namespace {

/// A line that nobody writes inside code, or only in Markdown about Markdown.
bool resumes_prose(std::string_view line, std::string_view info) {
  if (info.starts_with("md") || info.starts_with("markdown")) return false;
  if (line.starts_with("## ") || line.starts_with("### ") || line.starts_with("#### ")) {
    const std::string_view title = trimmed(line.substr(line.find(' ')));
    return !title.empty() && (title.ends_with('?') || is_ascii_digit(title.front()) || title.starts_with("Q"));
  }
  return line.starts_with("<details>") || line.starts_with("**Q:") || line.starts_with("## Question ") ||
         line.starts_with("<summary>");
}

/// A fence with an info string: it can only open.
bool opens_fence(std::string_view line) {
  const std::size_t size = fence_size(line, '`');
  return size >= 3 && size < line.size() && is_ascii_letter(line[size]) &&
         line.find('`', size) == std::string_view::npos && count_code_points(line.substr(size)) <= 24;
}

/// Where in the code the text goes on that should not be code, or npos. The first line is the fence itself.
std::size_t where_prose_resumes(std::string_view code, const Block& tile) {
  const LineIndex lines(code);
  for (std::size_t i = 1; i < lines.count(); ++i) {
    const std::string_view line = slice(code, lines.content(i));
    const std::string_view core = core_of(line, 0).chars;
    if (!tile.closed && resumes_prose(line, tile.info)) return lines.full(i).begin;
    if (opens_fence(core) && !tile.info.starts_with("m"))
      return i > 1 || !tile.info.empty() ? lines.full(i).begin : lines.full(i).begin;
  }
  return std::string_view::npos;
}

bool is_fenced(const Block& tile) {
  return tile.kind == BlockKind::code && !tile.text.empty();
}

Offset char_of(const Text& text, Offset source) {
  for (const Piece& piece : text.pieces())
    if (piece.source.begin <= source && source < piece.source.end)
      return piece.chars.begin + std::min(source - piece.source.begin, piece.chars.size());
  return text.size();
}

}  // namespace

std::optional<Offset> resume_after_fence(std::vector<Block>& tiles, const Text& text) {
  for (std::size_t i = 0; i < tiles.size(); ++i) {
    Block& tile = tiles[i];
    if (!is_fenced(tile)) continue;
    const Offset begin = char_of(text, tile.span.begin);
    const Offset end = std::min(text.size(), begin + tile.span.size());
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
