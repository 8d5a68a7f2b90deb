#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <vector>

#include "engine/outcome.h"
#include "engine/source.h"
#include "knowledge/knowledge.h"

namespace quizlint {

/// A file that fixes changed.
struct FixedFile {
  std::string path;  ///< absolute; "" for standard input
  std::string shown;
  std::shared_ptr<const std::string> before;
  std::string after;
  std::size_t fixes = 0;
};

/// What became of a run that fixes.
struct FixOutcome {
  Outcome before;                            ///< of the files as they were
  Outcome outcome;                           ///< of the fixed files
  std::vector<FixedFile> files;              ///< sorted by `shown`
  std::shared_ptr<const std::string> input;  ///< standard input, fixed; null where it was not read
};

/// Lints, applies fixes and lints again until nothing is left to fix. Changes no file: see `store`.
FixOutcome fix(const RunOptions& options, bool unsafe_too, const Knowledge& knowledge);

struct Stored {
  std::size_t files = 0;
  std::size_t fixes = 0;  ///< in these
};

/// Writes the fixed files, but for standard input, to their places, each as a whole; one that changed meanwhile is
/// left. A file that was not written is an error of the outcome, and has its findings of before.
Stored store(FixOutcome& fixed);

}  // namespace quizlint
