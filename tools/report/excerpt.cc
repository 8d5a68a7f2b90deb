#include "report/excerpt.h"

#include <algorithm>
#include <vector>

#include <fmt/format.h>

#include "text/utf8.h"
#include "text/width.h"

namespace quizlint {
namespace {

constexpr std::size_t kTab = 4;
constexpr std::string_view kCut = "…";
/// A character takes at most 4 bytes, and few take no cell; so many bytes for each column hold what can be shown.
constexpr std::size_t kBytesPerColumn = 16;

struct Cell {
  std::string text;
  std::size_t width = 0;
  Offset at = 0;  ///< in the file
};

/// Joiners are part of how a script or an emoji is written; anywhere else they are a fault that wants to be seen.
bool is_at_home(char32_t joiner, char32_t before) {
  return (joiner == 0x200C || joiner == 0x200D) && before >= 0x600 && before < kInvalid;
}

Cell cell_of(std::string_view bytes, std::size_t at, CodePoint point, char32_t before) {
  const auto offset = static_cast<Offset>(at);
  if (point.value == '\t') return {std::string(kTab, ' '), kTab, offset};
  if (point.value >= kInvalid) return {"\xEF\xBF\xBD", 1, offset};
  if (point.value == 0xFEFF && at == 0) return {"", 0, offset};
  if (is_invisible(point.value) && !is_at_home(point.value, before)) {
    std::string name = fmt::format("<U+{:04X}>", static_cast<unsigned>(point.value));
    const std::size_t width = name.size();
    return {std::move(name), width, offset};
  }
  return {std::string(bytes.substr(at, point.size)), static_cast<std::size_t>(display_width(point.value)), offset};
}

bool begins_character(char c) {
  return (static_cast<unsigned char>(c) & 0xC0) != 0x80;
}

/// The part of the line around the mark that can matter.
Span window_of(std::string_view bytes, Span line, Offset mark, unsigned columns) {
  const std::size_t reach = columns * kBytesPerColumn;
  Span window{mark - static_cast<Offset>(std::min<std::size_t>(mark - line.begin, reach)),
              mark + static_cast<Offset>(std::min<std::size_t>(line.end - mark, reach))};
  while (window.begin > line.begin && !begins_character(bytes[window.begin])) --window.begin;
  while (window.end < line.end && !begins_character(bytes[window.end])) ++window.end;
  return window;
}

std::vector<Cell> cells_of(std::string_view bytes, Span window) {
  std::vector<Cell> cells;
  const std::string_view visible = bytes.substr(0, window.end);
  char32_t before = 0;
  for (std::size_t at = window.begin; at < window.end;) {
    const CodePoint point = decode(visible, at);
    cells.push_back(cell_of(visible, at, point, before));
    before = point.value;
    at += point.size;
  }
  return cells;
}

std::size_t width_of(const std::vector<Cell>& cells, std::size_t from, std::size_t to) {
  std::size_t width = 0;
  for (std::size_t i = from; i < to; ++i) width += cells[i].width;
  return width;
}

/// The first cell to show: a quarter of the room stays before the mark, more where the rest of the line is short.
std::size_t first_shown(const std::vector<Cell>& cells, std::size_t mark, std::size_t room) {
  const std::size_t after = std::min(width_of(cells, mark, cells.size()), room - room / 4);
  std::size_t left = room - after;
  std::size_t first = mark;
  while (first > 0 && cells[first - 1].width <= left) left -= cells[--first].width;
  return first;
}

std::size_t end_shown(const std::vector<Cell>& cells, std::size_t first, std::size_t room) {
  std::size_t end = first;
  while (end < cells.size() && cells[end].width <= room) room -= cells[end++].width;
  return end;
}

std::size_t cell_at(const std::vector<Cell>& cells, Offset at) {
  return static_cast<std::size_t>(std::ranges::lower_bound(cells, at, {}, &Cell::at) - cells.begin());
}

}  // namespace

ShownLine show_line(std::string_view bytes, Span line, Span mark, unsigned columns) {
  mark = {std::clamp(mark.begin, line.begin, line.end), std::clamp(mark.end, line.begin, line.end)};
  const Span window = window_of(bytes, line, mark.begin, columns);
  const std::vector<Cell> cells = cells_of(bytes, window);
  const std::size_t mark_begin = cell_at(cells, mark.begin), mark_end = cell_at(cells, mark.end);
  const bool fits = window == line && width_of(cells, 0, cells.size()) <= columns;
  const std::size_t first = fits ? 0 : first_shown(cells, mark_begin, columns - 2);
  const std::size_t end = fits ? cells.size() : end_shown(cells, first, columns - 2);
  const bool cut_left = first > 0 || window.begin > line.begin;
  ShownLine shown;
  if (cut_left) shown.text = kCut;
  for (std::size_t i = first; i < end; ++i) shown.text += cells[i].text;
  if (end < cells.size() || window.end < line.end) shown.text += kCut;
  shown.before = cut_left + width_of(cells, first, std::min(mark_begin, end));
  shown.marked = std::max<std::size_t>(1, width_of(cells, std::min(mark_begin, end), std::min(mark_end, end)));
  return shown;
}

UnderlinedLine underline(std::string_view bytes, Span line, std::span<const Span> marks, char sign, unsigned columns) {
  const ShownLine all = show_line(bytes, line, {marks.front().begin, marks.back().end}, columns);
  UnderlinedLine out{all.text, {}};
  for (const Span mark : marks) {
    const ShownLine shown = show_line(bytes, line, mark, columns);
    if (shown.text != all.text) return {all.text, std::string(all.before, ' ') + std::string(all.marked, sign)};
    if (out.marks.size() < shown.before) out.marks.resize(shown.before, ' ');
    out.marks.append(shown.marked, sign);
  }
  return out;
}

}  // namespace quizlint
