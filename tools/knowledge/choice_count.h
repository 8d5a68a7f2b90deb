#pragma once

#include <string_view>

namespace quizlint {

/// How many right choices a stem asks for: "Choose two" is 2, "Select all that apply" is kAnyNumber, "Which one of
/// these" is 1; 0 where it does not say.
inline constexpr int kAnyNumber = -1;
int keys_asked(std::string_view stem);

}  // namespace quizlint
