#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>

#include "engine/lint.h"

namespace quizlint {

/// The figures of a run.
struct Tally {
  std::size_t banks = 0, questions = 0, answered = 0;
  std::array<std::size_t, 3> by_severity = {};  ///< by Severity
  std::size_t fixable = 0;                      ///< findings with a safe fix

  std::size_t of(Severity severity) const { return by_severity[static_cast<std::size_t>(severity)]; }
  std::size_t findings() const { return by_severity[0] + by_severity[1] + by_severity[2]; }
};

Tally tally_of(const Outcome& outcome);

/// "1 bank", "2 banks"; `many` where the plural is not made by an s.
std::string counted(std::size_t count, std::string_view one, std::string_view many = "");

/// How often each check spoke, most often first: a line each.
std::string statistics(const Outcome& outcome);

}  // namespace quizlint
