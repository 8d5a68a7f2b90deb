#pragma once

#include <string>
#include <string_view>

#include "bank/block.h"

namespace quizlint::markdown {

/// What md4c is given: of the same length, without what it would read otherwise than we do. It takes a lone CR for the
/// end of a line, and gives a NUL no place.
std::string palatable(std::string chars);

/// The characters with which the mark that opens a run may begin.
std::string_view opening(InlineKind kind);
/// Where a link or image ends whose text ends at `at`: behind `](target)`, `][ref]`, `]` or `>`.
Offset link_end(std::string_view input, Offset at);

/// Whether `__word__` names an identifier (`__init__`) and is no emphasis. The few words that people do emphasise so
/// are labels.
bool is_dunder(std::string_view word);
/// Whether a link shows its own target.
bool is_address(std::string_view chars, std::string_view target);

}  // namespace quizlint::markdown
