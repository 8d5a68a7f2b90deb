#pragma once

#include "formats/reader.h"

namespace quizlint {

/// Reads questions in Moodle's GIFT: a question ends at a blank line and has its answers between braces.
Bank read_gift(std::string_view path, std::string_view bytes, const ReadOptions& options);

/// Whether a text file is GIFT: it has titles or categories, and most of what stands between blank lines has braces.
bool is_gift(std::string_view bytes);

}  // namespace quizlint
