#pragma once

#include <string>

#include "report/reporter.h"
#include "report/tally.h"

namespace quizlint {

/// The last words of a report for people: what was read, what was found, and what mends it.
std::string summary_line(const ReportInput& input);

/// The command that mends what can be mended at once, and nothing that this report does not tell of.
std::string mending_command(const ReportInput& input);

/// The first line of the last words: "2 banks, 26 questions, 26 answered: 1 error".
std::string what_was_found(const Tally& tally, bool color);

}  // namespace quizlint
