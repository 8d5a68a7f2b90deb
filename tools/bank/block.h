#pragma once

#include <span>
#include <string>
#include <vector>

#include "text/text.h"

namespace quizlint {

/// What a run of bytes is. The blocks of a bank tile its file: every byte belongs to exactly one.
enum class BlockKind : std::uint8_t {
  blank,         ///< white space alone
  front_matter,  ///< YAML between --- lines at the top
  heading,       ///< `#` or underlined, HTML <h1>…; `level` 1 to 6
  summary,       ///< the <summary> of a <details>: a heading in all but name
  paragraph,     ///< prose; a list item's first paragraph carries its marker
  code,          ///< fenced, indented or <pre>; the text is opaque
  table,         ///< cells are separated by a made-up tab, rows by a line end
  rule,          ///< a thematic break
  markup,        ///< tags, comments, reference definitions: nothing a reader sees
  field,         ///< a value of a record format
};

/// Runs inside a block's text.
enum class InlineKind : std::uint8_t { emphasis, strong, deleted, code, math, link, image, tag };

struct Inline {
  InlineKind kind;
  Span chars;          ///< in the block's text; empty for a void tag
  Span source;         ///< in the file, with its marks
  std::string target;  ///< of a link or image: where it leads; of a tag: its lower-case name, `/name` where it closes
};

/// The mark that makes a block the first of a list item.
struct Marker {
  enum class Kind : std::uint8_t { none, bullet, ordered };
  enum class Task : std::uint8_t { none, open, done };
  Kind kind = Kind::none;
  char sign = 0;             ///< `-`, `*`, `+`; or what follows the number: `.`, `)`
  std::uint32_t number = 0;  ///< as written, for an ordered item
  Task task = Task::none;
  Span source;  ///< the marker's bytes in the file, without the blanks after it
};

/// How text is written in its container, so that an edit can be written back (`quoted`).
enum class Quoting : std::uint8_t {
  none,
  json,  ///< between double quotation marks, with backslashes
  csv,   ///< between double quotation marks, which are doubled inside
  yaml,  ///< between single quotation marks, which are doubled inside
  xml,
  bare,  ///< with no mark around it, or with several kinds: only harmless characters can be written
};

/// One tile of a file.
struct Block {
  BlockKind kind = BlockKind::blank;
  Span span;  ///< bytes of the file, line ends included
  std::uint8_t level = 0;
  std::uint8_t quote_depth = 0;    ///< how many block quotes hold it
  std::uint8_t list_depth = 0;     ///< how many list items hold it
  std::uint8_t details_depth = 0;  ///< how many open <details> hold it
  bool closed = true;              ///< false for a fence or comment that never ends
  Quoting quoting = Quoting::none;
  Marker marker;                ///< of the list item that this block begins
  std::string info;             ///< a fence's info string
  Text text;                    ///< decoded: emphasis marks, tags and container prefixes are gone
  std::vector<Inline> inlines;  ///< sorted by where they begin, the outer one first
};

/// The runs that begin at `first` to `last` of the text; in logarithmic time, for the rows of a table are parts of one
/// block, as many as you like.
std::span<const Inline> runs_from(const Block& block, Offset first, Offset last);

/// A run of a block's text.
struct Slice {
  std::uint32_t block = 0;
  Span chars;
  constexpr auto operator<=>(const Slice&) const = default;
};

}  // namespace quizlint
