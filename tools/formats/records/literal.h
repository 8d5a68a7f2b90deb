#pragma once

#include "formats/records/value.h"

namespace quizlint::records {

/// Reads a list or dictionary that stands as text in a cell, as Python or JSON writes one (`['a', "b"]`, and
/// `array(['a', 'b'], dtype=object)` as NumPy does), into values below the cell, which is the last one of `document`.
/// Gives false, and leaves the document as it was, where the text is no such thing.
bool expand_literal(Document& document, ValueId cell, const Text& text);

/// Whether a text looks like one.
bool looks_like_literal(std::string_view chars);

}  // namespace quizlint::records
