#include <algorithm>

#include <fmt/format.h>

#include "cli/commands.h"
#include "cli/terminal.h"
#include "engine/did_you_mean.h"
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

}  // namespace

int run_check(const Arguments& arguments) {
  const Knowledge& knowledge = Knowledge::builtin();
  const Catalog catalog = catalog_of(knowledge);
  std::vector<Output> outputs = arguments.outputs;
  std::vector<Error> errors = settle_formats(outputs);
  std::ranges::move(faults_of_selection(catalog, arguments.run.settings.selection), std::back_inserter(errors));
  if (!errors.empty()) {
    print_errors(errors);
    return 2;
  }
  if (arguments.show_config) return show_config(arguments.run, catalog);
  RunOptions options = arguments.run;
  options.keep_sources = needs_sources(outputs);
  if (arguments.show_files) options.settings.selection = {std::vector<std::string>(), {}, {}};
  const Outcome outcome = lint(options, knowledge);
  const bool written =
      arguments.show_files ? (show_files(outcome), true) : write_reports(arguments, outputs, catalog, outcome);
  print_errors(outcome.errors);
  advise(arguments, outcome);
  return written ? status_of(outcome, arguments.fail_on) : 2;
}

}  // namespace quizlint
