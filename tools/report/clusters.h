#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "bank/finding.h"

namespace quizlint {

/// The findings of the duplicates that speak of one question: n copies of it have n - 1.
struct Cluster {
  std::vector<std::size_t> findings;   ///< their places in the list, in its order
  Related first;                       ///< the copy that has no finding
  Severity severity = Severity::info;  ///< the worst
  std::string_view check;              ///< of the first finding of that severity
};

/// The clusters of two and more findings, in the order of their first ones. Two findings belong together where they
/// name the same place.
std::vector<Cluster> clusters_of(std::span<const Finding> findings);

}  // namespace quizlint
