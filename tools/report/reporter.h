#pragma once

#include <functional>
#include <span>
#include <string>
#include <string_view>

#include "engine/catalog.h"
#include "engine/lint.h"
#include "report/style.h"
#include "report/tally.h"

namespace quizlint {

/// What was found at an earlier commit.
struct TrendPoint {
  std::string commit;  ///< abbreviated
  std::string date;    ///< YYYY-MM-DD
  std::string subject;
  Tally tally;
};

/// All that a reporter sees.
struct ReportInput {
  const Outcome& outcome;
  const Catalog& catalog;
  const Style& style;
  std::string selection;          ///< the option that selects the same checks, for a shell; "" for the default
  std::string scope;              ///< the paths and other options that make a command look at the same, for a shell
  std::vector<TrendPoint> trend;  ///< oldest first
  /// Takes what is written so far of a report that need not be held as a whole; may be empty.
  std::function<void(std::string_view)> pass_on = {};
};

/// Hands on what is written so far once it is much, and empties it.
void pass_on(const ReportInput& input, std::string& written);

/// Writes a report down, or the rest of it where parts were passed on. Machine formats leave nothing out.
struct Reporter {
  std::string_view name;
  std::string_view summary;
  bool needs_sources = false;  ///< shows excerpts
  std::string (*write)(const ReportInput& input);
  bool needs_digests = false;  ///< shows texts of questions
};

/// THE list of reporters.
std::span<const Reporter* const> reporters();
/// A reporter by its name, or null.
const Reporter* reporter_named(std::string_view name);

}  // namespace quizlint
