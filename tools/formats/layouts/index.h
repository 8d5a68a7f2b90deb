#pragma once

#include "formats/layouts/layout.h"

namespace quizlint {

/// Marks lists whose items mostly stand again further down, each as a heading, a bold line or a labelled question: a
/// table of contents without links into the page.
void mark_indexes(const Outline& outline, Marks& marks);

}  // namespace quizlint
