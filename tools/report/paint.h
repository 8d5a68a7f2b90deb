#pragma once

#include <string>
#include <string_view>

#include "bank/finding.h"

namespace quizlint {

/// Colours of a terminal (ECMA-48, select graphic rendition).
namespace ink {
inline constexpr std::string_view kBold = "1";
inline constexpr std::string_view kFaint = "2";
inline constexpr std::string_view kFrame = "1;34";
inline constexpr std::string_view kHelp = "1;32";
}  // namespace ink

std::string_view ink_of(Severity severity);

/// `text` in a colour, or as it is.
std::string paint(bool color, std::string_view ink, std::string_view text);

}  // namespace quizlint
