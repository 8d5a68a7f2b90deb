#include <iterator>

#include <fmt/format.h>

#include "report/reporter.h"

namespace quizlint {
namespace {

std::string write(const ReportInput& input) {
  std::string out;
  for (const Finding& finding : input.outcome.findings) {
    fmt::format_to(std::back_inserter(out), "{}:{}:{}: {}[{}] {}\n", finding.path, finding.begin.line,
                   finding.begin.column, name_of(finding.severity), finding.check, finding.message);
    pass_on(input, out);
  }
  return out;
}

}  // namespace

extern const Reporter kConcise;
const Reporter kConcise = {"concise", "one line a finding: path:line:column: severity[check] message", false, write};

}  // namespace quizlint
