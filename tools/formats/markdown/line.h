#pragma once

#include <string_view>

#include "bank/block.h"

namespace quizlint::markdown {

/// A line without the marks of the containers that hold it. Offsets count in the line.
struct Core {
  std::string_view chars;  ///< what is left, trimmed
  Marker marker;           ///< the last list marker taken off; `source` counts in the line
};

/// Takes off indentation, `>` and, where `items` allows, list markers.
Core core_of(std::string_view line, int items);

bool is_blank(std::string_view line);
bool is_rule(std::string_view core);
bool is_underline(std::string_view core);  ///< of a setext heading
bool is_table_delimiter(std::string_view core);
bool is_definition(std::string_view core);  ///< `[label]: target`
/// The length of the fence that begins the line, 0 where none does.
std::size_t fence_size(std::string_view core, char sign);
bool closes_fence(std::string_view core, char sign, std::size_t size);

}  // namespace quizlint::markdown
