#pragma once

#include <string>

#include "cli/arguments.h"

namespace quizlint {

/// The option that selects the same checks, for a shell; "" for the default.
std::string selection_of(const Arguments& arguments);

/// The paths and other options that make another command look at what this one looks at, for a shell; "" for all
/// defaults.
std::string scope_of(const Arguments& arguments);

}  // namespace quizlint
