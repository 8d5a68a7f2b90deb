#pragma once

namespace quizlint {

/// How many cells of a terminal a character takes: 0 for combining marks, 2 for wide ones (Unicode annex 11), else 1.
int display_width(char32_t value);

/// Whether a character shows nothing and takes no room, or reorders what stands around it: controls, zero-width and
/// bidirectional format characters, line separators. Combining marks and variation selectors are none of these.
bool is_invisible(char32_t value);

}  // namespace quizlint
