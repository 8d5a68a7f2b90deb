#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "checks/structure/contents.h"

namespace quizlint {

/// The anchor that a dead link was meant to lead to, if exactly one is near: the one of the heading that the link's
/// text names, one that differs only in signs or in a leading number, or one that is two letters away.
std::optional<std::string> near_anchor(const Page& page, std::string_view key, std::string_view text);

}  // namespace quizlint
