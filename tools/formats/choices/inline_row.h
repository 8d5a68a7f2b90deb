#pragma once

#include <vector>

#include "text/text.h"

namespace quizlint {

/// Where choices begin that stand on one line of a text, in rising order: "a) 3 b) 4 c) 5". Three or more of them with
/// labels alike make a row; one that begins its line is left out. Code holds none.
std::vector<Offset> inline_choices(const Text& text);

}  // namespace quizlint
