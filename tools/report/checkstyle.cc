#include <fmt/format.h>

#include "report/reporter.h"
#include "report/xml_text.h"

// Checkstyle's own report, which many review tools read.
namespace quizlint {
namespace {

std::string write(const ReportInput& input) {
  std::string out = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<checkstyle version=\"10.0\">\n";
  const std::vector<Finding>& findings = input.outcome.findings;
  for (std::size_t i = 0; i < findings.size(); ++i) {
    const Finding& finding = findings[i];
    if (i == 0 || findings[i - 1].path != finding.path)
      out += fmt::format("  <file name=\"{}\">\n", xml_text(finding.path));
    out += fmt::format(R"(    <error line="{}" column="{}" severity="{}" message="{}" source="quizlint.{}"/>)",
                       finding.begin.line, finding.begin.column, name_of(finding.severity), xml_text(finding.message),
                       xml_text(finding.check)) +
           "\n";
    if (i + 1 == findings.size() || findings[i + 1].path != finding.path) out += "  </file>\n";
    pass_on(input, out);
  }
  return out + "</checkstyle>\n";
}

}  // namespace

extern const Reporter kCheckstyle;
const Reporter kCheckstyle = {"checkstyle", "Checkstyle's XML", false, write};

}  // namespace quizlint
