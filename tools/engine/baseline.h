#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/known.h"
#include "io/error.h"

namespace quizlint {

/// The faults that a team keeps for now. As a file: a line a fingerprint, sorted, with its count and a hint for people;
/// so that two branches that add or mend faults can be merged line by line.
struct Baseline {
  std::vector<KnownFault> faults;
  std::vector<std::string> paths;  ///< what was checked when it was written, absolute
};

/// Whether these are the bytes of a baseline, by how they begin.
bool is_baseline(std::string_view bytes);

/// A line that stands twice, as a merge may leave it, counts with the greater count.
Result<Baseline> read_baseline(const std::string& path);

/// The bytes of a baseline that is to lie at `path`; `faults` in any order, each once or more.
std::string write_baseline(const std::string& path, const Baseline& baseline);

/// The same with each fingerprint once, sorted, counts added up.
std::vector<KnownFault> added_up(std::vector<KnownFault> faults);

/// Whether a run over these paths would meet all that the baseline was written for.
bool covers(const Baseline& baseline, std::span<const std::string> paths);

}  // namespace quizlint
