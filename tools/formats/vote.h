#pragma once

#include <vector>

#include "formats/layouts/layout.h"

namespace quizlint {

/// A run of units that one layout reads; nullptr where no layout knows any question.
struct Stretch {
  const Layout* layout = nullptr;
  std::size_t begin = 0;
  std::size_t end = 0;
};

/// How a file is best read.
struct Reading {
  std::vector<Stretch> stretches;
  Marks marks;                     ///< those of the layout that reads each unit
  const Layout* layout = nullptr;  ///< the one that explains most; nullptr for prose
  double confidence = 0;           ///< share of non-blank bytes explained, less that of the runner-up
};

/// Lets every layout read the outline and takes the sequence of layouts that explains most of it, where each change
/// of layout must pay for itself. `only` settles the layout instead.
Reading vote(const Outline& outline, const Layout* only);

}  // namespace quizlint
