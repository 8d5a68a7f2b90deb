#pragma once

#include <span>
#include <string>
#include <string_view>

#include "engine/catalog.h"
#include "engine/lint.h"

namespace quizlint {

/// How a report for people looks.
struct Style {
  bool color = false;
  bool fold = true;        ///< fold like findings of one bank beyond kUnfolded
  unsigned columns = 120;  ///< the longest line of an excerpt, in cells
};

/// How many like findings of one bank are shown before the rest is folded.
inline constexpr std::size_t kUnfolded = 10;

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
