#pragma once

#include <string>
#include <string_view>

namespace quizlint {

/// Text for an attribute or an element. Characters that XML 1.0 does not allow, and bytes that are not UTF-8, become
/// U+FFFD.
std::string xml_text(std::string_view text);

}  // namespace quizlint
