#pragma once

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "bank/bank.h"
#include "bank/finding.h"
#include "engine/source.h"
#include "knowledge/knowledge.h"

namespace quizlint {

/// A bank of a run, in figures.
struct BankSummary {
  std::string path;
  std::string layout;
  std::string language;
  std::size_t questions = 0;
  std::size_t answered = 0;
};

/// All that a run found out: what reporters write down.
struct Outcome {
  std::vector<BankSummary> banks;  ///< sorted by path
  std::vector<Finding> findings;   ///< sorted by path, begin, end, check
  std::vector<PassedOver> passed_over;
  std::vector<Error> errors;                                          ///< what could not be done; the rest was
  std::map<std::string, std::shared_ptr<const std::string>> sources;  ///< by path, if they were to be kept
};

/// Reads the files that `options` names and runs the selected checks on them. The same input gives the same outcome for
/// any number of threads.
Outcome lint(const RunOptions& options, const Knowledge& knowledge);

/// Reads the files likewise and hands each bank to `show`, which is called from several threads; gives what it made of
/// them in the order of paths, and what could not be read.
struct Shown {
  std::vector<std::string> banks;
  std::vector<Error> errors;
};
Shown show_banks(const RunOptions& options, const Knowledge& knowledge,
                 const std::function<std::string(const Bank&)>& show);

}  // namespace quizlint
