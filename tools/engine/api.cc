#include <algorithm>
#include <memory>

#include <quizlint/quizlint.h>

#include "engine/layout_names.h"
#include "engine/lint.h"
#include "engine/run.h"
#include "engine/version.h"
#include "io/path.h"

namespace quizlint::api {
namespace {

Fix public_fix(const quizlint::Fix& fix) {
  Fix made{fix.title, static_cast<Safety>(fix.safety), {}};
  for (const quizlint::Edit& edit : fix.edits) made.edits.push_back({edit.span.begin, edit.span.end, edit.text});
  return made;
}

Finding public_finding(const quizlint::Finding& finding) {
  Finding made;
  made.check = finding.check;
  made.severity = static_cast<Severity>(finding.severity);
  made.path = finding.path;
  made.line = finding.begin.line, made.column = finding.begin.column;
  made.end_line = finding.end.line, made.end_column = finding.end.column;
  made.begin = finding.span.begin, made.end = finding.span.end;
  made.question = finding.question;
  made.message = finding.message;
  for (const quizlint::Related& other : finding.related)
    made.related.push_back({other.path, other.begin.line, other.begin.column, other.message});
  for (const quizlint::Fix& fix : finding.fixes) made.fixes.push_back(public_fix(fix));
  made.fingerprint = finding.fingerprint;
  return made;
}

Result public_result(const Outcome& outcome) {
  Result result;
  for (const BankSummary& bank : outcome.banks)
    result.banks.push_back({bank.path, bank.layout, bank.language, bank.questions, bank.answered});
  for (const quizlint::Finding& finding : outcome.findings) result.findings.push_back(public_finding(finding));
  for (const quizlint::Error& error : outcome.errors)
    result.errors.push_back({error.path, error.at.line, error.at.column, error.message});
  return result;
}

/// Names that there are not become errors.
RunOptions run_options(const Options& options, Result& result) {
  RunOptions made;
  made.jobs = options.jobs;
  CommandSettings& settings = made.settings;
  if (!options.select.empty()) settings.selection.select = options.select;
  settings.selection.extend = options.extend_select;
  settings.selection.ignore = options.ignore;
  settings.exclude = options.exclude;
  settings.config = options.config;
  settings.isolated = options.isolated;
  settings.layout = options.layout;
  const Catalog catalog = catalog_of(Knowledge::builtin());
  for (const auto* names : {&options.select, &options.extend_select, &options.ignore})
    for (const std::string& name : *names)
      if (auto fault = fault_of_name(catalog, name)) result.errors.push_back({"", 0, 0, std::move(*fault)});
  if (auto fault = options.layout.empty() ? std::nullopt : fault_of_layout(options.layout))
    result.errors.push_back({"", 0, 0, std::move(*fault)});
  return made;
}

}  // namespace

Result check_paths(const std::vector<std::string>& paths, const Options& options) {
  Result faults;
  RunOptions run = run_options(options, faults);
  run.paths = paths;
  return faults.errors.empty() ? public_result(lint(run, Knowledge::builtin())) : faults;
}

Result check_text(std::string_view name, std::string_view text, const Options& options) {
  Result faults;
  RunOptions asked = run_options(options, faults);
  if (!faults.errors.empty()) return faults;
  asked.paths.clear();
  Run run(asked, Knowledge::builtin());
  Source source;
  source.shown = std::string(name);
  source.named = true;
  source.settings = &run.settings.of(absolute_path(name));
  source.bytes = std::make_shared<const std::string>(text);
  run.sources.files.push_back(std::move(source));
  run.files.resize(1);
  check_files(run, {0});
  return public_result(judge(run));
}

std::string version() {
  return std::string(quizlint::version());
}

}  // namespace quizlint::api
