#pragma once

#include <string_view>

namespace quizlint {

/// How unlikely it is that `written` was meant to be `meant`, in units of about one ordinary slip: swapped neighbours,
/// doubled letters and sound-alikes cost less than 1, letters far apart on the keyboard more, the first letter half
/// more. Both in lower case, at most 40 bytes.
double slip_cost(std::string_view written, std::string_view meant);

}  // namespace quizlint
