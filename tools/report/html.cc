#include "report/html_page.h"
#include "report/summary_line.h"
#include "report/words.h"
#include "report/xml_text.h"

namespace quizlint {
namespace {

void replace(std::string& page, std::string_view mark, const std::string& text) {
  page.replace(page.find(mark), mark.size(), text);
}

/// The figures without unknown words, which are counted by themselves.
Tally told(const Outcome& outcome) {
  Tally tally = tally_of(outcome);
  for (const Finding& finding : outcome.findings)
    if (finding.check == kUnknownWordCheck) --tally.by_severity[static_cast<std::size_t>(finding.severity)];
  return tally;
}

std::string write_html(const ReportInput& input) {
  std::string page(kReportPage);
  replace(page, "@SUMMARY@", xml_text(what_was_found(told(input.outcome), false)));
  replace(page, "@DATA@", html_data(input));
  return page;
}

}  // namespace

extern const Reporter kHtml;
const Reporter kHtml = {"html", "the cleanup report, one page that needs nothing else", true, write_html, true};

}  // namespace quizlint
