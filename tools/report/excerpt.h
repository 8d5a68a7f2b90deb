#pragma once

#include <span>
#include <string>
#include <string_view>

#include "text/lines.h"
#include "text/span.h"

namespace quizlint {

/// A line of a file made fit for a terminal: tabs are spread, what cannot be seen is named, and a line too long for
/// `columns` is cut around the mark, with `…` at the cut.
struct ShownLine {
  std::string text;
  std::size_t before = 0;  ///< cells left of the mark
  std::size_t marked = 0;  ///< cells of the mark, at least 1
};

/// `line` is the line's content, without its end; `mark` may begin before it or end behind it. Time and memory are
/// bounded by `columns`, however long the line is.
ShownLine show_line(std::string_view bytes, Span line, Span mark, unsigned columns);

/// A line with the marks below it.
struct UnderlinedLine {
  std::string text;
  std::string marks;
};

/// `line` with `sign` below each of its `marks`, of which there is at least one. Where the line has to be cut, one mark
/// runs from the first to the last.
UnderlinedLine underline(std::string_view bytes, Span line, std::span<const Span> marks, char sign, unsigned columns);

}  // namespace quizlint
