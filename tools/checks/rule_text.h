#pragma once

#include <span>
#include <string>

#include "bank/bank.h"

namespace quizlint {

/// The characters with plain quotes, apostrophes and blanks, code and all. Slices are joined by a line end.
std::string plain_text(const Bank& bank, std::span<const Slice> slices);

/// The text in which literals are looked for: plain, in lower case, opaque runs are U+FFFC. What patterns see holds no
/// literal that it does not hold.
std::string literal_text(const Bank& bank, std::span<const Slice> slices);

/// The text that patterns see: opaque runs are one U+FFFC, quotes, apostrophes and blanks are plain, a line end inside
/// a slice is a blank. Slices are joined by a line end, cells of a table by a tab.
/// With `mark_links` an U+FFFC follows each link and image, so that "[answer](address)" is more than a word.
Text rule_text(const Bank& bank, std::span<const Slice> slices, bool mark_links);

/// The sentence that holds `at`, with its closing mark; a line end or a tab ends one too.
Span sentence_around(std::string_view text, Span at);

}  // namespace quizlint
