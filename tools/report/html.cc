#include "report/html_page.h"
#include "report/summary_line.h"
#include "report/words.h"
#include "report/xml_text.h"

namespace quizlint {
namespace {

void replace(std::string& page, std::string_view mark, const std::string& text) {
  page.replace(page.find(mark), mark.size(), text);
}

std::string write_html(const ReportInput& input) {
  std::string page(kReportPage);
  replace(page, "@SUMMARY@", xml_text(what_was_found(told_tally(input.outcome), false)));
  replace(page, "@DATA@", html_data(input));
  return page;
}

}  // namespace

extern const Reporter kHtml;
const Reporter kHtml = {"html", "the cleanup report, one page that needs nothing else", true, write_html, true};

}  // namespace quizlint
