#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace quizlint {

/// What is wrong with the name of a layout, without its place; nothing where there is such a layout.
std::optional<std::string> fault_of_layout(std::string_view name);

/// The layouts that may be asked for.
std::vector<std::string_view> layout_names();

}  // namespace quizlint
