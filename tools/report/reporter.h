#pragma once

#include <span>
#include <string>
#include <string_view>

#include "engine/catalog.h"
#include "engine/lint.h"
#include "report/style.h"

namespace quizlint {

/// All that a reporter sees.
struct ReportInput {
  const Outcome& outcome;
  const Catalog& catalog;
  const Style& style;
};

/// Writes a report down. Machine formats leave nothing out.
struct Reporter {
  std::string_view name;
  std::string_view summary;
  bool needs_sources = false;  ///< shows excerpts
  std::string (*write)(const ReportInput& input);
};

/// THE list of reporters.
std::span<const Reporter* const> reporters();
/// A reporter by its name, or null.
const Reporter* reporter_named(std::string_view name);

}  // namespace quizlint
