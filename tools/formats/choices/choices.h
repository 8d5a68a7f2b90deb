#pragma once

#include "formats/layouts/layout.h"

namespace quizlint {

/// Finds the choices in the body of each question, whatever layout found the question, and gives their units the
/// roles choice, key and explanation; what stands between question and choices becomes stem. Boxes are choices;
/// letters are where a key names one, or where the bank asks that way; other items only where a key names them. Lists
/// in answers are left as they are.
void mark_choices(const Outline& outline, Marks& marks);
/// Takes the role of a question from every question that has no sure choices, and with it all roles of its body.
void keep_choices(const Outline& outline, Marks& marks);

}  // namespace quizlint
