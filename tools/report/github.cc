#include <fmt/format.h>

#include "report/reporter.h"

namespace quizlint {
namespace {

std::string_view command_of(Severity severity) {
  return severity == Severity::info ? "notice" : name_of(severity);
}

/// Escapes as GitHub's toolkit does (actions/toolkit, packages/core/src/command.ts); a property also its separators.
std::string escaped(std::string_view text, bool property) {
  std::string out;
  for (const char c : text) {
    const bool special = c == '%' || c == '\r' || c == '\n' || (property && (c == ':' || c == ','));
    if (special) {
      out += fmt::format("%{:02X}", static_cast<unsigned>(c));
    } else {
      out += c;
    }
  }
  return out;
}

std::string write(const ReportInput& input) {
  std::string out;
  for (const Finding& finding : input.outcome.findings) {
    out += fmt::format("::{} file={},line={},endLine={}", command_of(finding.severity), escaped(finding.path, true),
                       finding.begin.line, finding.end.line);
    // GitHub takes columns only of a range on one line.
    if (finding.begin.line == finding.end.line)
      out += fmt::format(",col={},endColumn={}", finding.begin.column, finding.end.column);
    out += fmt::format(",title={}::{}\n", escaped(finding.check, true), escaped(finding.message, false));
    pass_on(input, out);
  }
  return out;
}

}  // namespace

extern const Reporter kGithub;
const Reporter kGithub = {"github", "annotations in GitHub Actions (workflow commands)", false, write};

}  // namespace quizlint
