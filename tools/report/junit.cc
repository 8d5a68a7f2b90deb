#include <algorithm>

#include <fmt/format.h>

#include "report/reporter.h"
#include "report/tally.h"
#include "report/xml_text.h"

// JUnit's XML as Jenkins and GitLab read it: a suite a bank, a case a finding. What is `info` is skipped and does not
// fail; a bank without findings is one case that passed.
namespace quizlint {
namespace {

std::string case_of(const Finding& finding) {
  const bool fails = finding.severity != Severity::info;
  const std::string verdict =
      fails ? fmt::format(R"(<failure type="{}" message="{}">{}:{}:{}: {}</failure>)", name_of(finding.severity),
                          xml_text(finding.message), xml_text(finding.path), finding.begin.line, finding.begin.column,
                          xml_text(finding.message))
            : fmt::format(R"(<skipped message="{}"/>)", xml_text(finding.message));
  return fmt::format("    <testcase classname=\"{}\" name=\"{} at {}:{}\">{}</testcase>\n", xml_text(finding.path),
                     xml_text(finding.check), finding.begin.line, finding.begin.column, verdict);
}

void write_suite(const ReportInput& input, const BankSummary& bank, std::string& out) {
  const std::span<const Finding> findings = findings_in(input.outcome, bank.path);
  const auto skipped = std::ranges::count(findings, Severity::info, &Finding::severity);
  const std::string path = xml_text(bank.path);
  out += fmt::format("  <testsuite name=\"{}\" tests=\"{}\" failures=\"{}\" errors=\"0\" skipped=\"{}\">\n", path,
                     std::max<std::size_t>(1, findings.size()), findings.size() - static_cast<std::size_t>(skipped),
                     skipped);
  if (findings.empty()) out += fmt::format("    <testcase classname=\"{}\" name=\"no findings\"/>\n", path);
  for (const Finding& finding : findings) {
    out += case_of(finding);
    pass_on(input, out);
  }
  out += "  </testsuite>\n";
}

std::string write(const ReportInput& input) {
  const Tally tally = tally_of(input.outcome);
  std::size_t cases = 0;
  for (const BankSummary& bank : input.outcome.banks)
    cases += std::max<std::size_t>(1, findings_in(input.outcome, bank.path).size());
  std::string out = fmt::format(
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      "<testsuites name=\"quizlint\" tests=\"{}\" failures=\"{}\" errors=\"0\">\n",
      cases, tally.of(Severity::error) + tally.of(Severity::warning));
  for (const BankSummary& bank : input.outcome.banks) write_suite(input, bank, out);
  return out + "</testsuites>\n";
}

}  // namespace

extern const Reporter kJunit;
const Reporter kJunit = {"junit", "JUnit's XML: a suite a bank, a case a finding", false, write};

}  // namespace quizlint
