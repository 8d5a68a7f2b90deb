#pragma once

#include <string>

#include "engine/lint.h"

namespace quizlint {

/// The last words of a report for people: what was read, what was found, and what mends it.
std::string summary_line(const Outcome& outcome, bool color);

}  // namespace quizlint
