#pragma once

#include <string_view>

namespace quizlint {

/// "0.1.0"
std::string_view version();

}  // namespace quizlint
