#pragma once

#include "text/text.h"

namespace quizlint::markdown {

/// Puts made-up characters where CommonMark ignores them, so that md4c (0.4.8, and 0.5.2 still) reads the text as the
/// specification has it.
///
/// - Where md4c looks whether a list item is empty, it reads the last bytes of its block table as the type of a block,
///   although a line may stand there. A heading or fenced code before a blank line ends the list around it where the
///   offset of its last line is 4 modulo 256, the number of a list item. A blank moves that line on.
/// - A table goes on until a blank line, although a heading, a code fence and an HTML block end it too (GFM 4.10). A
///   line end stands for the blank line. One before a table stands for the end of the paragraph above it, which a table
///   ends as it does to GitHub (cmark-gfm 0.29.0.gfm.6).
/// - A column of a table is underlined by three dashes at least, where one is enough to GitHub.
Text padded(Text text);

}  // namespace quizlint::markdown
