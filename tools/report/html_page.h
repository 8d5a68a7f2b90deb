#pragma once

#include <string>
#include <string_view>

#include "report/reporter.h"

namespace quizlint {

/// The page of the report, made of report/html/ by the build, with `@SUMMARY@` and `@DATA@` where the text and the JSON
/// of a run go.
extern const std::string_view kReportPage;

/// All that the page's script knows, as JSON that may stand in a `<script>` element: no `<`, whatever a bank holds.
std::string html_data(const ReportInput& input);

}  // namespace quizlint
