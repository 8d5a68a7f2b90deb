#pragma once

#include <string>
#include <string_view>

namespace quizlint::markdown {

/// The lower-case name of an HTML tag, with a leading `/` where it closes; "!--" for a comment; "" for anything else.
std::string tag_name(std::string_view tag);
/// The value of a tag's attribute, quotes removed; "" where it has none.
std::string_view attribute(std::string_view tag, std::string_view name);

}  // namespace quizlint::markdown
