#include <algorithm>

#include <fmt/format.h>

#include "cli/commands.h"
#include "cli/terminal.h"
#include "engine/did_you_mean.h"
#include "engine/diff.h"
#include "engine/fix.h"
#include "engine/lint.h"
#include "report/reporter.h"
#include "report/tally.h"

namespace quizlint {
namespace {

std::vector<Error> faults_of_selection(const Catalog& catalog, const SelectionLists& lists) {
  std::vector<Error> errors;
  const auto judge = [&](std::string_view option, const std::vector<std::string>& names) {
    for (const std::string& name : names)
      if (auto fault = fault_of_name(catalog, name)) errors.push_back({std::string(option), {0, 0}, std::move(*fault)});
  };
  if (lists.select) judge("--select", *lists.select);
  judge("--extend-select", lists.extend);
  judge("--ignore", lists.ignore);
  return errors;
}

std::string default_format(const Output& output) {
  return output.file.empty() && output_is_terminal() ? "full" : "concise";
}

/// Names every report; an unknown one is an error.
std::vector<Error> settle_formats(std::vector<Output>& outputs) {
  std::vector<std::string_view> names;
  for (const Reporter* reporter : reporters()) names.push_back(reporter->name);
  std::vector<Error> errors;
  for (Output& output : outputs) {
    if (output.format.empty()) output.format = default_format(output);
    if (reporter_named(output.format) == nullptr)
      errors.push_back(
          {"--output-format", {0, 0}, "unknown format '" + output.format + "'" + did_you_mean(output.format, names)});
  }
  return errors;
}

bool needs_sources(const std::vector<Output>& outputs) {
  return std::ranges::any_of(outputs,
                             [](const Output& output) { return reporter_named(output.format)->needs_sources; });
}

void show_files(const Outcome& outcome) {
  for (const BankSummary& bank : outcome.banks)
    print(fmt::format("bank         {}  ({}, {})\n", bank.path, bank.layout, counted(bank.questions, "question")));
  for (const PassedOver& passed : outcome.passed_over)
    print(fmt::format("passed over  {}  ({})\n", passed.path, passed.reason));
}

int status_of(const Outcome& outcome, std::optional<Severity> fail_on) {
  if (!outcome.errors.empty()) return 2;
  return fail_on &&
         std::ranges::any_of(outcome.findings, [&](const Finding& each) { return each.severity >= *fail_on; });
}

bool write_reports(const Arguments& arguments, const std::vector<Output>& outputs, const Catalog& catalog,
                   const Outcome& outcome) {
  bool written = true;
  for (const Output& output : outputs) {
    const Style style = style_of(arguments, output);
    written &= deliver(output, arguments.statistics ? statistics(outcome)
                                                    : reporter_named(output.format)->write({outcome, catalog, style}));
  }
  return written;
}

void advise(const Arguments& arguments, const Outcome& outcome) {
  if (!arguments.quiet && outcome.banks.empty() && outcome.errors.empty())
    print_note("no question bank was found; --show-files says why each file was passed over");
}

/// What the command line gets wrong that only the lists of checks and reporters can tell.
std::vector<Error> faults_of_usage(const Arguments& arguments, const Catalog& catalog, std::vector<Output>& outputs) {
  std::vector<Error> errors = settle_formats(outputs);
  std::ranges::move(faults_of_selection(catalog, arguments.run.settings.selection), std::back_inserter(errors));
  return errors;
}

int check(const Arguments& arguments, const RunOptions& options, const std::vector<Output>& outputs,
          const Catalog& catalog) {
  const Outcome outcome = lint(options, Knowledge::builtin());
  const bool written = write_reports(arguments, outputs, catalog, outcome);
  print_errors(outcome.errors);
  advise(arguments, outcome);
  return written ? status_of(outcome, arguments.fail_on) : 2;
}

int check_and_fix(const Arguments& arguments, const RunOptions& options, const std::vector<Output>& outputs,
                  const Catalog& catalog) {
  FixOutcome fixed = fix(options, arguments.unsafe_fixes, Knowledge::builtin());
  std::ranges::move(store(fixed.files), std::back_inserter(fixed.outcome.errors));
  // The mended text of standard input takes the place of the report.
  if (fixed.input) print(*fixed.input);
  const bool written = fixed.input || write_reports(arguments, outputs, catalog, fixed.outcome);
  print_errors(fixed.outcome.errors);
  if (!arguments.quiet && fixed.fixes > 0)
    print_note(fmt::format("mended {} in {}", counted(fixed.fixes, "finding"), counted(fixed.files.size(), "file")));
  advise(arguments, fixed.outcome);
  return written ? status_of(fixed.outcome, arguments.fail_on) : 2;
}

/// Prints what fixing would change. The exit status is that of the files as they are.
int check_and_diff(const Arguments& arguments, const RunOptions& options) {
  const FixOutcome fixed = fix(options, arguments.unsafe_fixes, Knowledge::builtin());
  for (const FixedFile& file : fixed.files) print(unified_diff(file.shown, *file.before, file.after));
  print_errors(fixed.before.errors);
  advise(arguments, fixed.before);
  return status_of(fixed.before, arguments.fail_on);
}

int list_files(const RunOptions& given) {
  RunOptions options = given;
  options.settings.selection = {std::vector<std::string>(), {}, {}};
  const Outcome outcome = lint(options, Knowledge::builtin());
  show_files(outcome);
  print_errors(outcome.errors);
  return outcome.errors.empty() ? 0 : 2;
}

}  // namespace

int run_check(const Arguments& arguments) {
  const Catalog catalog = catalog_of(Knowledge::builtin());
  std::vector<Output> outputs = arguments.outputs;
  const std::vector<Error> errors = faults_of_usage(arguments, catalog, outputs);
  if (!errors.empty()) {
    print_errors(errors);
    return 2;
  }
  if (arguments.show_config) return show_config(arguments.run, catalog);
  if (arguments.show_files) return list_files(arguments.run);
  RunOptions options = arguments.run;
  options.keep_sources = needs_sources(outputs);
  if (arguments.diff) return check_and_diff(arguments, options);
  if (arguments.fix) return check_and_fix(arguments, options, outputs, catalog);
  return check(arguments, options, outputs, catalog);
}

}  // namespace quizlint
