#pragma once

#include <optional>
#include <vector>

#include "engine/checked_file.h"
#include "engine/known.h"
#include "engine/outcome.h"
#include "engine/source.h"

namespace quizlint {

/// A run at work: its files, and what is known of each so far. Fixing checks some files again and keeps the rest.
struct Run {
  Run(const RunOptions& run_options, const Knowledge& run_knowledge);
  /// Over files that are found already, with settings that are kept elsewhere.
  Run(const RunOptions& run_options, const Knowledge& run_knowledge, Sources run_sources);

  const RunOptions& options;
  const Knowledge& knowledge;
  const Catalog catalog;
  SettingsBook settings;
  Speller speller;
  Sources sources;
  std::vector<CheckedFile> files;  ///< one a source
  std::optional<Past> baseline;    ///< what it keeps is not told
  bool judged_once = false;        ///< the findings of the files need not be kept beside the outcome
  bool meets_baseline = false;     ///< this run sees all that the baseline was written for
  std::optional<Past> earlier;     ///< what was there at the base revision is not told
};

/// Runs the bank checks on these sources, by their places; each on its own and in any order.
void check_files(Run& run, const std::vector<std::size_t>& which);

/// Runs the checks that compare banks, and settles what is told of all findings.
Outcome judge(Run& run);

}  // namespace quizlint
