#pragma once

#include <string_view>
#include <vector>

#include "bank/block.h"

namespace quizlint::markdown {

/// A leaf block as md4c sees it: what it holds, but not yet which lines are its own.
struct Leaf {
  Block block;             ///< text, inlines and nesting are filled; span is not
  Span seen;               ///< the characters that md4c gave a place to; empty where it gave none
  char fence = 0;          ///< of a fenced code block, '`' or '~'
  bool html = false;       ///< raw HTML, to be read by the HTML reader
  std::uint8_t items = 0;  ///< how many list items begin with this leaf
};

/// Which liberties a caller takes with CommonMark.
struct Dialect {
  bool indented_code = true;  ///< false for plain text, where people indent prose
};

/// Parses with md4c. Offsets are characters of `text`; sources are mapped through it.
std::vector<Leaf> leaves_of(const Text& text, Dialect dialect);

}  // namespace quizlint::markdown
