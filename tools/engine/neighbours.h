#pragma once

#include <functional>
#include <string_view>

#include "engine/source.h"

namespace quizlint {

/// What checks ask whether a file that a bank leads to is there: see BankContext::exists. For standard input, and for
/// a path that leads out of the repository, the answer is always yes.
std::function<bool(std::string_view path)> neighbours_of(const Source& source);

}  // namespace quizlint
