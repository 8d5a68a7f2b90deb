#pragma once

#include <optional>
#include <vector>

#include "bank/block.h"

namespace quizlint::markdown {

/// Finds a fence that swallowed what was never meant as code: one that never ends and holds headings, or one in which
/// another fence opens (so that from there on code and text are inverted). Cuts the tiles behind the code's plausible
/// end, marks it as not closed, and returns the character of `text` where reading should go on.
std::optional<Offset> resume_after_fence(std::vector<Block>& tiles, const Text& text);

}  // namespace quizlint::markdown
