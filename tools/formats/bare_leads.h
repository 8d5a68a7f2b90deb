#pragma once

#include "formats/outline.h"

namespace quizlint {

/// Takes what carries no label for a question where the marks around it leave no doubt: a number that alone is bold
/// ("**3.** Name the layers."), the line right above "Ans:".
void settle_bare_leads(Outline& outline);
/// Whether a bold question begins the text of the unit and more follows: "**Query or mutation?** A query …".
bool begins_bold_question(const Outline& outline, const Unit& unit);
/// Whether choices begin right below the unit at `i`, or in one of the two lines that follow.
bool choices_follow(const Outline& outline, std::size_t i);

}  // namespace quizlint
