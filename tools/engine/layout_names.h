#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace quizlint {

/// What is wrong with the name of a layout, without its place; nothing where there is such a layout.
std::optional<std::string> fault_of_layout(std::string_view name);

}  // namespace quizlint
