#include "formats/layouts/readings.h"
#include "formats/wording.h"

namespace quizlint {
namespace {

bool is_number(std::string_view chars) {
  return !chars.empty() && chars.find_first_not_of("0123456789.)") == std::string_view::npos;
}

/// Which column of a table asks, and which answers. Both may be missing.
struct Columns {
  int question = -1;
  int answer = -1;
};

Columns columns_of(const Outline& outline, std::size_t begin, std::size_t end) {
  double likeness[8] = {};
  std::size_t rows[8] = {};
  int width = 0;
  for (std::size_t i = begin; i < end; ++i) {
    const Unit& unit = outline.units[i];
    if (unit.column >= 8) continue;
    width = std::max(width, unit.column + 1);
    if (i == begin || outline.chars(unit).empty()) continue;
    likeness[unit.column] += unit.likeness;
    ++rows[unit.column];
  }
  Columns columns;
  for (int c = 0; c < width; ++c)
    if (rows[c] >= 3 && likeness[c] >= 0.75 * static_cast<double>(rows[c])) {
      columns.question = c;
      break;
    }
  if (columns.question >= 0 && columns.question + 1 < width) columns.answer = columns.question + 1;
  return columns;
}

void read_table(const Outline& outline, Marks& marks, std::size_t begin, std::size_t end) {
  const Columns columns = columns_of(outline, begin, end);
  if (columns.question < 0) return;
  std::size_t header = begin;
  while (header < end && (header == begin || outline.units[header].column > 0)) ++header;
  for (std::size_t i = begin; i < end; ++i) {
    const Unit& unit = outline.units[i];
    if (i < header || outline.chars(unit).empty()) {
      marks[i] = whole(unit, Role::furniture);
    } else if (unit.column == columns.question) {
      marks[i] = question_at(outline, unit);
      const std::string_view first = unit.column == 1 ? outline.chars(outline.units[i - 1]) : std::string_view();
      if (marks[i].number.empty() && is_number(first)) marks[i].number = first.substr(0, first.find_first_of(".)"));
    } else {
      marks[i] = whole(unit, unit.column == columns.answer ? Role::answer : Role::furniture);
    }
  }
}

}  // namespace

void read_tables(const Outline& outline, Marks& marks) {
  for (std::size_t i = 0; i < marks.size();) {
    const Unit& unit = outline.units[i];
    if (unit.kind == UnitKind::heading && marks[i].role == Role::none) marks[i] = whole(unit, Role::section);
    std::size_t end = i + 1;
    if (unit.kind == UnitKind::cell && marks[i].role == Role::none) {
      while (end < marks.size() && outline.units[end].block == unit.block) ++end;
      read_table(outline, marks, i, end);
    }
    i = end;
  }
}

}  // namespace quizlint
