#pragma once

#include <span>
#include <string_view>

namespace quizlint {

/// The name that a misspelt one most likely means: the one with the fewest inserted, deleted, replaced or swapped
/// characters, at most a third of its length; "" where none is so near.
std::string_view nearest(std::string_view misspelt, std::span<const std::string_view> names);

}  // namespace quizlint
