#pragma once

#include "formats/reader.h"

namespace quizlint {

/// Markdown, MDX and plain text.
Bank read_text(std::string_view path, std::string_view bytes, const ReadOptions& options);

}  // namespace quizlint
