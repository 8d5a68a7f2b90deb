#pragma once

#include <functional>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "bank/digest.h"
#include "bank/finding.h"
#include "checks/choices/key_figures.h"
#include "engine/known.h"
#include "io/error.h"
#include "io/walk.h"

namespace quizlint {

/// A bank of a run, in figures.
struct BankSummary {
  std::string path;
  std::string layout;
  std::string language;
  std::size_t questions = 0;
  std::size_t answered = 0;
  KeyFigures keys;
  bool expects_answers = true;  ///< false in a mere list of questions
};

/// All that a run found out: what reporters write down.
struct Outcome {
  std::vector<BankSummary> banks;  ///< sorted by path
  std::size_t references = 0;      ///< banks that were only compared with
  std::vector<Finding> findings;   ///< sorted by path, begin, end, check
  std::vector<PassedOver> passed_over;
  std::vector<Error> errors;                                          ///< what could not be done; the rest was
  std::map<std::string, std::shared_ptr<const std::string>> sources;  ///< by path, if they were to be kept
  std::map<std::string, std::string> large;  ///< likewise, where files lie on disk that are too large to be kept
  std::vector<std::string> unspelled;        ///< languages of text that no dictionary was there for, sorted
  std::size_t known = 0;                     ///< findings that are not told because they were there before
  std::vector<KnownFault> stale;             ///< what the baseline keeps though it is no longer there
  std::vector<KnownFault> faults;            ///< all that was found, told or not, if it was to be kept
  std::map<std::string, Digest, std::less<>> digests;  ///< likewise
};

/// The findings of one bank.
std::span<const Finding> findings_in(const Outcome& outcome, std::string_view path);

}  // namespace quizlint
