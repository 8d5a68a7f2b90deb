#include <algorithm>
#include <array>

#include "formats/choices/key.h"
#include "formats/choices/option.h"
#include "formats/layouts/readings.h"
#include "formats/wording.h"
#include "text/utf8.h"

namespace quizlint {
namespace {

constexpr int kMostColumns = 16;
constexpr int kNone = -1;

bool is_number(std::string_view chars) {
  return !chars.empty() && chars.find_first_not_of("0123456789.)") == std::string_view::npos;
}

/// What the cells of a column are.
struct Column {
  double likeness = 0;  ///< the sum over its rows
  std::size_t rows = 0;
  LabelKind label = LabelKind::none;  ///< that heads it
  std::string choice;                 ///< "A", where it holds the choices of that letter
  double mean() const { return rows == 0 ? 0 : likeness / static_cast<double>(rows); }
};

using Columns = std::array<Column, kMostColumns>;

/// "B" where a column is headed by "B", "(b)", "Option B" or "Choice 2"; "" for any other.
std::string choice_of(std::string_view header) {
  const Offset label = label_end(header, "labels/options");
  std::string name;
  for (const char c : header.substr(label))
    if (is_ascii_letter(c) || is_ascii_digit(c)) name += c;
  if (name.empty()) {
    const std::size_t blank = header.rfind(' ');
    if (blank == std::string_view::npos || label_end(header.substr(0, blank), "labels/options") == 0) return {};
    name = header.substr(blank + 1);
  }
  if (name.size() != 1) return {};
  return is_ascii_letter(name[0]) || label > 0 ? name : std::string();
}

LabelKind label_of(const Unit& header) {
  return header.lead.alone ? header.lead.kind : LabelKind::none;
}

Columns columns_of(const Outline& outline, std::size_t begin, std::size_t header, std::size_t end) {
  Columns columns;
  for (std::size_t i = begin; i < end; ++i) {
    const Unit& unit = outline.units[i];
    if (unit.column >= kMostColumns) continue;
    Column& column = columns[unit.column];
    if (i < header) {
      const std::string_view chars = outline.chars(unit);
      column.label = key_label(chars, true) > 0 ? LabelKind::answer : label_of(unit);
      column.choice = choice_of(chars);
    } else if (!outline.chars(unit).empty()) {
      column.likeness += unit.likeness;
      ++column.rows;
    }
  }
  return columns;
}

/// Which columns of a table ask and answer, kNone where none does, and what the others hold.
struct Form {
  int question = kNone;
  int answer = kNone;
  bool choices = false;
};

bool asks(const Column& column) {
  constexpr double kNamed = 0.35, kUnnamed = 0.75;
  if (column.label == LabelKind::question) return column.rows > 0 && column.mean() >= kNamed;
  return column.rows >= 3 && column.mean() >= kUnnamed;
}

Form form_of(const Columns& columns) {
  Form form;
  const auto asking = std::ranges::find_if(columns, asks);
  if (asking == columns.end()) return form;
  form.question = static_cast<int>(asking - columns.begin());
  const auto answering = std::find_if(asking, columns.end(), [](const Column& column) {
    return column.label == LabelKind::answer && column.choice.empty();
  });
  form.choices = std::count_if(asking, columns.end(), [](const Column& column) { return !column.choice.empty(); }) > 1;
  if (answering != columns.end()) {
    form.answer = static_cast<int>(answering - columns.begin());
  } else if (asking + 1 != columns.end() && !form.choices) {
    form.answer = form.question + 1;
  }
  return form;
}

Mark question_in(const Outline& outline, std::size_t i) {
  const Unit& unit = outline.units[i];
  Mark mark = question_at(outline, unit);
  const std::string_view first = unit.column == 1 ? outline.chars(outline.units[i - 1]) : std::string_view();
  if (mark.number.empty() && is_number(first)) mark.number = first.substr(0, first.find_first_of(".)"));
  return mark;
}

Mark cell_mark(const Outline& outline, std::size_t i, const Form& form, const Columns& columns) {
  const Unit& unit = outline.units[i];
  if (unit.column == form.question) return question_in(outline, i);
  if (unit.column == form.answer) return whole(unit, form.choices ? Role::key : Role::answer);
  if (unit.column >= kMostColumns) return whole(unit, Role::furniture);
  const Column& column = columns[unit.column];
  if (unit.column > form.question && column.label == LabelKind::explanation) return whole(unit, Role::explanation);
  if (!form.choices || column.choice.empty() || unit.column < form.question) return whole(unit, Role::furniture);
  Mark mark = whole(unit, Role::choice);
  mark.number = column.choice;
  mark.begins = true;
  return mark;
}

void read_table(const Outline& outline, Marks& marks, std::size_t begin, std::size_t end) {
  std::size_t header = begin;
  while (header < end && (header == begin || outline.units[header].column > 0)) ++header;
  const Columns columns = columns_of(outline, begin, header, end);
  const Form form = form_of(columns);
  if (form.question == kNone) return;
  for (std::size_t i = begin; i < end; ++i) {
    const bool empty = i < header || outline.chars(outline.units[i]).empty();
    marks[i] = empty ? whole(outline.units[i], Role::furniture) : cell_mark(outline, i, form, columns);
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
