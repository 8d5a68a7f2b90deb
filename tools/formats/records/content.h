#pragma once

#include <vector>

#include "bank/block.h"

namespace quizlint::records {

/// Appends the blocks of a value's text, which tile `span`, the bytes of the value. Text with the signs of Markdown or
/// HTML is read as such, a program becomes code, anything else is one field. `plain` keeps it one field whatever it
/// holds.
void append_blocks(std::vector<Block>& to, Text text, Span span, Quoting quoting, bool plain);

/// Whether text has marks that only Markdown or HTML gives it: a fence, code in backticks, tags, a link.
bool is_marked_up(std::string_view chars);
/// Whether most lines are those of a program.
bool is_program(std::string_view chars);
/// Replaces HTML entities by what they stand for.
Text without_entities(Text text);
/// Makes formulae between dollar signs, and `\( … \)`, opaque.
Text with_opaque_formulae(Text text);

}  // namespace quizlint::records
