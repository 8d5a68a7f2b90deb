#pragma once

#include <span>
#include <string>
#include <string_view>

namespace quizlint {

/// "; did you mean 'typos/misspelling'?", or nothing where no name is near. A name `group/name` is also near by the
/// part after its slash.
std::string did_you_mean(std::string_view misspelt, std::span<const std::string_view> names);

}  // namespace quizlint
