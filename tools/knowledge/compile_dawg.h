#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "knowledge/vocabulary_table.h"

namespace quizlint {

/// An automaton that owns its edges.
struct BuiltDawg {
  std::vector<DawgEdge> edges;
  std::vector<std::uint32_t> skipped;
};

/// The minimal automaton of words that are sorted by their bytes, each once, none empty.
BuiltDawg build_dawg(std::span<const std::string> sorted);

}  // namespace quizlint
