#include <algorithm>

#include <fmt/format.h>

#include "cli/commands.h"
#include "cli/keeping.h"
#include "cli/progress.h"
#include "cli/scope.h"
#include "cli/terminal.h"
#include "cli/unspelled.h"
#include "engine/did_you_mean.h"
#include "engine/diff.h"
#include "engine/fix.h"
#include "engine/layout_names.h"
#include "engine/lint.h"
#include "engine/rules.h"
#include "io/file.h"
#include "io/path.h"
#include "report/reporter.h"
#include "report/tally.h"

namespace quizlint {
namespace {

std::string default_format(const Output& output) {
  return output.file.empty() && output_is_terminal() ? "full" : "concise";
}

std::string unknown_format(std::string_view format, const std::vector<std::string_view>& names) {
  const std::string hint = did_you_mean(format, names);
  return fmt::format("unknown format '{}'{}", format,
                     hint.empty() ? fmt::format("; there are {}", fmt::join(names, ", ")) : hint);
}

/// Names every report; an unknown one is an error.
std::vector<Error> settle_formats(std::vector<Output>& outputs) {
  std::vector<std::string_view> names;
  for (const Reporter* reporter : reporters()) names.push_back(reporter->name);
  std::vector<Error> errors;
  for (Output& output : outputs) {
    if (output.format.empty()) output.format = default_format(output);
    if (reporter_named(output.format) == nullptr)
      errors.push_back({"--output-format", {0, 0}, unknown_format(output.format, names)});
  }
  return errors;
}

bool any_needs(const std::vector<Output>& outputs, bool Reporter::*what) {
  return std::ranges::any_of(outputs, [&](const Output& output) { return reporter_named(output.format)->*what; });
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
    Delivery delivery(output);
    ReportInput input{outcome, catalog, style, selection_of(arguments), scope_of(arguments), {}};
    input.pass_on = [&](std::string_view part) { delivery.add(part); };
    delivery.add(arguments.statistics ? statistics(outcome) : reporter_named(output.format)->write(input));
    written &= delivery.done();
  }
  return written;
}

void advise(const Arguments& arguments, const Outcome& outcome) {
  for (const std::string& path : arguments.run.only_report)
    if (!arguments.quiet && !is_there(absolute_path(path)))
      print_note(fmt::format("--only-report names {}, which is not there", path));
  if (!arguments.quiet && outcome.banks.empty() && outcome.errors.empty())
    print_note("no question bank was found; --show-files says why each file was passed over");
  if (!arguments.quiet && !arguments.run.against.empty() && outcome.references == 0 && outcome.errors.empty())
    print_note("no question bank was found in what --against names, so nothing was compared with it");
  if (arguments.verbose && !arguments.quiet)
    for (const std::string& language : outcome.unspelled) print_note(note_of_unspelled(language));
}

/// What one call of `check` works with.
struct Job {
  const Arguments& arguments;
  const Knowledge& knowledge;
  const Catalog& catalog;
  RunOptions options;
  std::vector<Output> outputs;
};

/// What the command line gets wrong that only the lists of checks, layouts and reporters can tell. Names the formats.
std::vector<Error> faults_of_usage(Job& job) {
  std::vector<Error> errors = settle_formats(job.outputs);
  std::ranges::move(faults_of_selection(job.catalog, job.options.settings.selection), std::back_inserter(errors));
  const std::string& layout = job.options.settings.layout;
  if (auto fault = layout.empty() ? std::nullopt : fault_of_layout(layout))
    errors.push_back({"--layout", {0, 0}, std::move(*fault)});
  return errors;
}

int check(const Job& job) {
  Outcome outcome = lint(job.options, job.knowledge);
  keep(job.arguments, outcome);
  const bool written = write_reports(job.arguments, job.outputs, job.catalog, outcome);
  print_errors(outcome.errors);
  tell_of_baseline(job.arguments, outcome);
  advise(job.arguments, outcome);
  return written ? status_of(outcome, job.arguments.fail_on) : 2;
}

int check_and_fix(const Job& job) {
  FixOutcome fixed = fix(job.options, job.arguments.unsafe_fixes, job.knowledge);
  const Stored stored = store(fixed);
  keep(job.arguments, fixed.outcome);
  // The mended text of standard input takes the place of the report.
  if (fixed.input) print(*fixed.input);
  const bool written = fixed.input || write_reports(job.arguments, job.outputs, job.catalog, fixed.outcome);
  print_errors(fixed.outcome.errors);
  if (!job.arguments.quiet && stored.files > 0)
    print_note(fmt::format("mended {} in {}", counted(stored.fixes, "finding"), counted(stored.files, "file")));
  tell_of_baseline(job.arguments, fixed.outcome);
  advise(job.arguments, fixed.outcome);
  return written ? status_of(fixed.outcome, job.arguments.fail_on) : 2;
}

/// Prints what fixing would change. The exit status is that of the files as they are.
int check_and_diff(const Job& job) {
  const FixOutcome fixed = fix(job.options, job.arguments.unsafe_fixes, job.knowledge);
  for (const FixedFile& file : fixed.files) print(unified_diff(file.shown, *file.before, file.after));
  print_errors(fixed.before.errors);
  advise(job.arguments, fixed.before);
  return status_of(fixed.before, job.arguments.fail_on);
}

int list_files(const Job& job) {
  RunOptions options = job.options;
  options.settings.selection = {std::vector<std::string>(), {}, {}};
  const Outcome outcome = lint(options, job.knowledge);
  show_files(outcome);
  print_errors(outcome.errors);
  return outcome.errors.empty() ? 0 : 2;
}

int run(Job& job) {
  const std::vector<Error> errors = faults_of_usage(job);
  if (!errors.empty()) {
    print_errors(errors);
    return 2;
  }
  if (job.arguments.show_config) return show_config(job.options, job.catalog);
  if (job.arguments.show_files) return list_files(job);
  job.options.keep_sources = any_needs(job.outputs, &Reporter::needs_sources);
  job.options.keep_digests = any_needs(job.outputs, &Reporter::needs_digests);
  if (job.arguments.diff) return check_and_diff(job);
  return job.arguments.fix ? check_and_fix(job) : check(job);
}

}  // namespace

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

int run_check(const Arguments& asked) {
  const Arguments arguments = with_baseline(asked);
  std::vector<Error> errors;
  const Knowledge knowledge = knowledge_for(arguments.run.settings, arguments.rules, errors);
  print_errors(errors);
  const Catalog catalog = catalog_of(knowledge);
  Job job{arguments, knowledge, catalog, arguments.run, arguments.outputs};
  const Progress progress(arguments.quiet, job.options);
  const int status = run(job);
  return errors.empty() ? status : 2;
}

}  // namespace quizlint
