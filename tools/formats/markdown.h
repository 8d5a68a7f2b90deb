#pragma once

#include <string_view>
#include <vector>

#include "bank/block.h"

namespace quizlint {

struct MarkdownOptions {
  bool plain_text = false;  ///< a .txt file: indented lines are prose, not code
};

/// Reads Markdown into blocks that tile `span`, the bytes of the file that `text` was decoded from.
std::vector<Block> read_markdown(const Text& text, Span span, const MarkdownOptions& options);

}  // namespace quizlint
