#pragma once

#include <vector>

#include "formats/markdown/leaves.h"

namespace quizlint::markdown {

/// Gives every line of `text` to a leaf, or to a block of its own (blank lines, reference definitions), and returns
/// blocks that tile `span`, the bytes of the file that `text` was decoded from. md4c says where the texts stand;
/// the lines between them (fences, underlines, markers, blanks) are read here.
std::vector<Block> tiles_of(const Text& text, Span span, std::vector<Leaf> leaves);

}  // namespace quizlint::markdown
