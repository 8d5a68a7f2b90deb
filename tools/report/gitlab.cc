#include <map>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "report/json_text.h"
#include "report/reporter.h"

// GitLab's code quality report, https://docs.gitlab.com/ee/ci/testing/code_quality.html
namespace quizlint {
namespace {

using Json = nlohmann::ordered_json;

std::string_view severity_of(Severity severity) {
  static constexpr std::string_view kNames[] = {"info", "minor", "major"};
  return kNames[static_cast<std::size_t>(severity)];
}

std::string write(const ReportInput& input) {
  std::map<std::string_view, int> seen;
  std::string out;
  JsonList issues(out);
  for (const Finding& finding : input.outcome.findings) {
    // A fingerprint must stand once in a report; ours is the same for the same fault at several places.
    const int nth = ++seen[finding.fingerprint];
    issues.add(
        json_text(Json{{"description", finding.message},
                       {"check_name", finding.check},
                       {"fingerprint", nth == 1 ? finding.fingerprint : fmt::format("{}-{}", finding.fingerprint, nth)},
                       {"severity", severity_of(finding.severity)},
                       {"location", Json{{"path", finding.path},
                                         {"lines", Json{{"begin", finding.begin.line}, {"end", finding.end.line}}}}}}));
    pass_on(input, out);
  }
  issues.close();
  return out + "\n";
}

}  // namespace

extern const Reporter kGitlab;
const Reporter kGitlab = {"gitlab", "GitLab's code quality report", false, write};

}  // namespace quizlint
