#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace quizlint {

/// The characters of an HTML entity such as `&amp;` or `&#x2019;`, or nothing where it is unknown (HTML 5, the names
/// that question banks use).
std::optional<std::string> decode_entity(std::string_view entity);

}  // namespace quizlint
