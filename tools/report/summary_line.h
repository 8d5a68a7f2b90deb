#pragma once

#include <string>

#include "engine/lint.h"
#include "report/tally.h"

namespace quizlint {

/// The last words of a report for people: what was read, what was found, and what mends it.
std::string summary_line(const Outcome& outcome, bool color);

/// Its first line: "2 banks, 26 questions, 26 answered: 1 error".
std::string what_was_found(const Tally& tally, bool color);

}  // namespace quizlint
