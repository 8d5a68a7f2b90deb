#pragma once

#include "formats/outline.h"

namespace quizlint {

/// Takes what carries no label for a question where the marks around it leave no doubt: a number that alone is bold
/// ("**3.** Name the layers."), the line right above "Ans:".
void settle_bare_leads(Outline& outline);

}  // namespace quizlint
