#pragma once

#include <cstddef>

namespace quizlint {

/// How a report for people looks.
struct Style {
  bool color = false;
  bool fold = true;        ///< fold like findings of one bank beyond kUnfolded
  bool summary = true;     ///< end with what was read and found
  unsigned columns = 120;  ///< the longest line of an excerpt, in cells
};

/// How many like findings of one bank are shown before the rest is folded.
inline constexpr std::size_t kUnfolded = 10;

}  // namespace quizlint
