#pragma once

#include <string>
#include <string_view>

#include "cli/arguments.h"

namespace quizlint {

/// A word as a POSIX shell takes it.
std::string shell_word(std::string_view word);

/// The paths and options that make another command look at what this one looks at, for a shell; "" for all defaults.
std::string scope_of(const Arguments& arguments);

}  // namespace quizlint
