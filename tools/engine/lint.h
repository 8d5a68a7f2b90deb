#pragma once

#include <functional>
#include <string>
#include <vector>

#include "bank/bank.h"
#include "engine/outcome.h"
#include "engine/source.h"
#include "knowledge/knowledge.h"

namespace quizlint {

/// Reads the files that `options` names and runs the selected checks on them. The same input gives the same outcome for
/// any number of threads.
Outcome lint(const RunOptions& options, const Knowledge& knowledge);

/// What was made of the banks of a run, in the order of their paths, and what could not be read.
struct Shown {
  std::vector<std::string> banks;
  std::vector<Error> errors;
};

/// Reads the files likewise and hands each bank to `show`, which is called from several threads.
Shown show_banks(const RunOptions& options, const Knowledge& knowledge,
                 const std::function<std::string(const Bank&)>& show);

}  // namespace quizlint
