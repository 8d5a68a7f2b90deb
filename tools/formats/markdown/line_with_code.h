#pragma once

#include <optional>

#include "bank/block.h"

namespace quizlint::markdown {

/// The block that md4c makes of a single line of prose whose only marks are single backticks around code, as most
/// marked-up fields of records are; nothing where there may be more to understand. Takes a tenth of md4c's time, which
/// is mostly spent on getting ready.
std::optional<Block> line_with_code(const Text& text, Span span);

}  // namespace quizlint::markdown
