#pragma once

#include <string>

#include "cli/arguments.h"

namespace quizlint {

/// The paths and options that make another command look at what this one looks at, for a shell; "" for all defaults.
std::string scope_of(const Arguments& arguments);

}  // namespace quizlint
