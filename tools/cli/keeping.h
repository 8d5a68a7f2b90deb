#pragma once

#include "cli/arguments.h"
#include "engine/outcome.h"

namespace quizlint {

/// The arguments with the baseline that the configuration names, where the command line says nothing of one.
Arguments with_baseline(Arguments arguments);

/// Writes all that was found where --write-baseline asks for it. What it keeps is no longer told, unless --baseline
/// names one to compare with.
void keep(const Arguments& arguments, Outcome& outcome);

/// Says, on standard error, how much the baseline keeps, and what of it in vain.
void tell_of_baseline(const Arguments& arguments, const Outcome& outcome);

}  // namespace quizlint
