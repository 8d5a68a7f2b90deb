#pragma once

#include <vector>

#include "engine/run.h"
#include "io/error.h"

namespace quizlint {

/// Fetches what was there before, where the options ask to tell only what is new. Where that cannot be known, nothing
/// can be told: the errors say why.
std::vector<Error> recall(Run& run);

}  // namespace quizlint
