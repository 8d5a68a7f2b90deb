#pragma once

#include <string_view>
#include <vector>

#include "text/span.h"

namespace quizlint {

/// A place as people count: both from 1, a column counts code points.
struct Position {
  Offset line = 1;
  Offset column = 1;
  constexpr auto operator<=>(const Position&) const = default;
};

/// The lines of a file. LF and CRLF end a line, nothing else. Keeps a view: the bytes must outlive it.
class LineIndex {
 public:
  explicit LineIndex(std::string_view bytes);

  /// The number of lines; a file that ends with a line end has no further empty line.
  std::size_t count() const { return starts_.size(); }
  /// The 0-based line that holds `at`.
  std::size_t line_of(Offset at) const;
  /// The bytes of a 0-based line with and without its line end.
  Span full(std::size_t line) const;
  Span content(std::size_t line) const;
  Position position(Offset at) const;

 private:
  struct Mark {
    Offset at;
    Offset points;  ///< code points from the start of its line
  };
  void mark_long_lines();

  std::string_view bytes_;
  std::vector<Offset> starts_;
  std::vector<Mark> marks_;  ///< inside long lines, ascending: a file may be one line
};

}  // namespace quizlint
