#pragma once

#include <vector>

#include "formats/markdown/leaves.h"

namespace quizlint::markdown {

/// Splits a tile of raw HTML, whose text is the HTML as it stands, into tiles by what a reader sees: summaries,
/// headings, paragraphs, code; tags between them are markup. Nesting is taken from `tile`.
std::vector<Block> html_tiles_of(const Block& tile);

}  // namespace quizlint::markdown
