#pragma once

#include <string>
#include <string_view>

namespace quizlint {

/// The unified diff, with three lines of context, that makes `after` out of `before`; "" where they are the same. Lines
/// that stand once in both are matched (patience diff), so time stays near the length of the texts.
std::string unified_diff(std::string_view path, std::string_view before, std::string_view after);

}  // namespace quizlint
