#include <algorithm>

#include <fmt/format.h>

#include "cli/commands.h"
#include "cli/progress.h"
#include "cli/scope.h"
#include "cli/terminal.h"
#include "engine/history.h"
#include "engine/lint.h"
#include "engine/rules.h"
#include "report/reporter.h"
#include "report/words.h"

namespace quizlint {
namespace {

constexpr const char* kDefaultFile = "quizlint-report.html";

/// Nobody wants a page of HTML on a terminal.
Output output_of(const Arguments& arguments) {
  Output output = arguments.outputs.front();
  if (output.file.empty() && output_is_terminal()) output.file = kDefaultFile;
  return output;
}

/// The last commits and, as the last point, the files as they lie here.
std::vector<TrendPoint> trend_of(const Arguments& arguments, const RunOptions& options, const Knowledge& knowledge,
                                 const Outcome& now, std::vector<Error>& errors) {
  std::vector<TrendPoint> trend;
  if (arguments.history == 0) return trend;
  RunOptions past = options;
  past.settings = arguments.run.settings;
  auto error = look_back(past, knowledge, arguments.history, [&](const Commit& commit, const Outcome& outcome) {
    trend.push_back({commit.brief, commit.date, commit.subject, told_tally(outcome)});
  });
  if (error) {
    error->path = "--history";
    errors.push_back(std::move(*error));
  }
  trend.push_back({"now", "now", "as the files lie here", told_tally(now)});
  return trend;
}

}  // namespace

int run_report(const Arguments& arguments) {
  std::vector<Error> errors;
  const Knowledge knowledge = knowledge_for(arguments.run.settings, arguments.rules, errors);
  const Catalog catalog = catalog_of(knowledge);
  std::ranges::move(faults_of_selection(catalog, arguments.run.settings.selection), std::back_inserter(errors));
  print_errors(errors);
  if (!errors.empty()) return 2;
  RunOptions options = arguments.run;
  options.keep_sources = options.keep_digests = true;
  options.settings.selection.extend.emplace_back(kUnknownWordCheck);
  const Progress progress(arguments.quiet, options);
  Outcome outcome = lint(options, knowledge);
  std::vector<TrendPoint> trend = trend_of(arguments, options, knowledge, outcome, outcome.errors);
  const Output output = output_of(arguments);
  const bool written =
      deliver(output, reporter_named("html")->write(
                          {outcome, catalog, Style(), selection_of(arguments), scope_of(arguments), std::move(trend)}));
  print_errors(outcome.errors);
  if (!arguments.quiet && outcome.banks.empty() && outcome.errors.empty())
    print_note("no question bank was found; 'quizlint check --show-files' says why each file was passed over");
  if (!arguments.quiet && written && !output.file.empty())
    print_note(fmt::format("wrote {}; open it in a browser", output.file));
  return written && outcome.errors.empty() ? 0 : 2;
}

}  // namespace quizlint
