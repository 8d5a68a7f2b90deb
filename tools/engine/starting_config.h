#pragma once

#include <string>
#include <vector>

#include "engine/outcome.h"

namespace quizlint {

/// A configuration to begin with, and what it was made of.
struct StartingConfig {
  std::string yaml;
  std::vector<std::string> lists;      ///< globs of banks that are mere lists of questions; "" alone: all of them are
  std::vector<std::string> copies;     ///< files that are passed over because they repeat another
  std::vector<std::string> generated;  ///< files that are passed over because they say that a program writes them
};

/// Written from what a run over `folder` (absolute) saw; `outcome` must hold sources. Paths and globs are relative to
/// the folder.
StartingConfig starting_config(const Outcome& outcome, const std::string& folder);

/// "headings (8), qa-labels (4)": the layouts of the banks, or their languages, most frequent first.
std::string layouts_seen(const Outcome& outcome);
std::string languages_seen(const Outcome& outcome);

}  // namespace quizlint
