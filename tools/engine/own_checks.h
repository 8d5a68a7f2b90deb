#pragma once

#include <span>

#include "checks/check.h"

namespace quizlint {

/// The checks that the engine runs itself, because they look at what became of the findings of others.
std::span<const CheckInfo> own_checks();

}  // namespace quizlint
