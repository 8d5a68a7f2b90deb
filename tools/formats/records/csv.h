#pragma once

#include "formats/records/value.h"

namespace quizlint::records {

/// The characters of a quoted cell, which stands between its quotation marks at `inner`: doubled marks are one, CRLF is
/// a line end (RFC 4180).
Text decode_csv(std::string_view bytes, Span inner);
std::string csv_chars(std::string_view raw);

struct Cell {
  Span span;   ///< with its quotation marks
  Span inner;  ///< without them, and without blanks around it
  bool quoted = false;
};

struct Row {
  Span span;  ///< without its line end
  std::vector<Cell> cells;
  bool damaged = false;  ///< its quotation marks are wrong, which was reported
  Offset next = 0;       ///< where the next row begins
};

/// Reads the row at `at`. A quotation mark that is not closed as it should costs this row alone.
Row read_row(std::string_view bytes, Offset at, char delimiter, std::vector<Fault>& faults);

/// What separates the cells: the sign that gives the most rows of one length. `preferred` wins where several do.
char delimiter_of(std::string_view bytes, Offset at, char preferred);

/// Whether a row names columns instead of filling them; `below` are some of the rows that follow.
bool is_header(std::string_view bytes, const Row& first, const std::vector<Row>& below);

/// The characters of a cell.
std::string chars_of(std::string_view bytes, const Cell& cell);

}  // namespace quizlint::records
