#pragma once

#include <vector>

#include "formats/choices/option.h"
#include "formats/layouts/layout.h"

namespace quizlint {

/// A choice and the units that hold it.
struct RunOption {
  Option option;
  std::size_t begin = 0;  ///< its first unit
  std::size_t end = 0;    ///< behind its last
};

/// The choices of one question, in the order of the file.
struct Run {
  std::vector<RunOption> options;
  bool empty() const { return options.empty(); }
  std::size_t begin() const { return options.front().begin; }
  std::size_t end() const { return options.back().end; }
  ChoiceForm form() const { return options.front().option.form; }
};

/// The units [begin, end) between a question and what follows it.
struct Body {
  std::size_t begin = 0;
  std::size_t end = 0;
};

/// The choices that boxes or letters mark in a body: boxes before letters, the longest row of letters before others.
Run marked_run(const Outline& outline, Body body);
/// The first row of two or more plain items, numbered from 1 or all with bullets.
Run plain_run(const Outline& outline, Body body);

}  // namespace quizlint
