#pragma once

#include "text/text.h"

namespace quizlint::markdown {

/// Puts made-up blanks where CommonMark ignores them, so that md4c reads the text as it stands.
///
/// Where md4c (0.4.8, and 0.5.2 still) looks whether a list item is empty, it reads the last bytes of its block table
/// as the type of a block, although a line may stand there. A heading or fenced code before a blank line ends the list
/// around it where the offset of its last line is 4 modulo 256, the number of a list item.
Text padded(Text text);

}  // namespace quizlint::markdown
