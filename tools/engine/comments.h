#pragma once

#include <string_view>
#include <vector>

#include "bank/bank.h"

namespace quizlint {

/// A comment of a bank.
struct Comment {
  Span span;  ///< with its signs
  Span text;  ///< between them, without the blanks at both ends
  Span line;  ///< its lines with their ends where it stands alone on them, else `span`
};

/// The comments of a bank that begin with `prefix`, in the form that the file's format has: `<!-- -->` in Markdown,
/// HTML and XML, `{/* */}` in MDX, `//` in GIFT, `#` in YAML and CSV, `%` in LaTeX. Code holds none.
std::vector<Comment> comments_with(const Bank& bank, std::string_view prefix);

}  // namespace quizlint
