#pragma once

#include <string>
#include <vector>

#include <nlohmann/json_fwd.hpp>

namespace quizlint {

/// A value on one line. Bytes that are not UTF-8 become U+FFFD.
std::string json_text(const nlohmann::ordered_json& value);

/// A list with each item, written already, on a line of its own.
std::string json_list(const std::vector<std::string>& items);

}  // namespace quizlint
