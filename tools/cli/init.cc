#include <algorithm>
#include <optional>

#include <fmt/format.h>

#include "cli/commands.h"
#include "cli/keeping.h"
#include "cli/progress.h"
#include "cli/scope.h"
#include "cli/terminal.h"
#include "engine/lint.h"
#include "engine/rules.h"
#include "engine/starting_config.h"
#include "io/file.h"
#include "io/path.h"
#include "report/summary_line.h"
#include "report/tally.h"
#include "text/utf8.h"

namespace quizlint {
namespace {

constexpr std::string_view kBaseline = "quizlint-baseline.txt";
constexpr std::size_t kNamed = 5;
constexpr std::size_t kMany = 20;  // errors and warnings that nobody mends in passing

void tell(std::string_view what, const std::vector<std::string>& names) {
  if (names.empty()) return;
  print(fmt::format("{}:\n", what));
  for (std::size_t i = 0; i < std::min(names.size(), kNamed); ++i) print(fmt::format("  {}\n", names[i]));
  if (names.size() > kNamed) print(fmt::format("  and {} more\n", names.size() - kNamed));
}

void tell_all(const Arguments& arguments, const Outcome& outcome, const StartingConfig& made) {
  print(fmt::format("layouts: {}\n", layouts_seen(outcome)));
  if (const std::string languages = languages_seen(outcome); !languages.empty())
    print(fmt::format("languages: {}\n", languages));
  if (made.lists == std::vector<std::string>{""}) {
    print("all are mere lists of questions, so none needs answers\n");
  } else {
    tell("mere lists of questions, which need no answers", made.lists);
  }
  tell("passed over from now on, for they repeat other banks", made.copies);
  tell("passed over from now on, for they say that a program writes them", made.generated);
  const std::string scope = scope_of(arguments);
  const std::string rest = (scope.empty() ? "" : " ") + scope;
  print(fmt::format("next: quizlint check{}\n", rest));
  const Tally tally = tally_of(outcome);
  if (tally.of(Severity::error) + tally.of(Severity::warning) <= kMany) return;
  if (!arguments.begin_baseline)
    print(fmt::format("or, to hear from now on only of what is new: quizlint init{} --baseline\n", rest));
  print(fmt::format("or, to clean up: quizlint report{} -o report.html\n", rest));
}

std::string baseline_entry() {
  return fmt::format("\n# What was found at the beginning, and is not told for now.\nbaseline: {}\n", kBaseline);
}

/// Keeps what is found with the settings of the configuration.
void begin_baseline(const Arguments& arguments, const std::string& file, std::vector<Error>& errors) {
  Arguments now = arguments;
  now.write_baseline = shown_path(file);
  now.run.keep_faults = true;
  Outcome outcome = lint(now.run, knowledge_for(now.run.settings, now.rules, errors));
  keep(now, outcome);
  std::ranges::move(outcome.errors, std::back_inserter(errors));
}

/// Names a baseline in a configuration that is there, whose other settings stay as they are.
std::optional<Error> name_baseline(const std::string& path) {
  const auto before = read_file(path);
  if (!before) return before.error();
  const bool ends = before->empty() || before->ends_with('\n');
  const std::string after = *before + (ends ? "" : "\n") + baseline_entry();
  if (auto error = replace_file(path, *before, after)) return error;
  // Behind a mapping in braces or the end of a document the line says nothing.
  std::vector<Error> faults;
  if (!read_config(path, catalog_of(Knowledge::builtin()), faults).baseline.empty() && faults.empty())
    return std::nullopt;
  if (auto error = replace_file(path, after, *before)) return error;
  return Error{"", {0, 0}, fmt::format("add the line 'baseline: {}' by hand; then it can be written", kBaseline)};
}

/// With a configuration that is there: names a baseline in it where it names none, and writes that.
int add_baseline(const Arguments& arguments, const std::string& folder, const std::string& path) {
  std::vector<Error> errors;
  const Config config = read_config(path, catalog_of(Knowledge::builtin()), errors);
  if (errors.empty() && config.baseline.empty())
    if (auto error = name_baseline(path)) errors.push_back({shown_path(path), {0, 0}, std::move(error->message)});
  if (errors.empty())
    begin_baseline(arguments, config.baseline.empty() ? path_in(folder, kBaseline) : config.baseline, errors);
  print_errors(errors);
  return errors.empty() ? 0 : 2;
}

}  // namespace

int run_init(const Arguments& arguments) {
  const std::string folder = absolute_path(arguments.run.paths.front());
  const std::string path = path_in(folder, kConfigName);
  const std::string shown = shown_path(path);
  if (is_there(path) && !arguments.force) {
    if (arguments.begin_baseline) return add_baseline(arguments, folder, path);
    print_errors({{shown, {0, 0}, "is there already; --baseline adds a baseline to it, --force replaces it"}});
    return 2;
  }
  RunOptions options = arguments.run;
  options.settings.isolated = true;
  options.keep_sources = true;
  const Progress progress(arguments.quiet, options);
  Outcome outcome = lint(options, Knowledge::builtin());
  if (outcome.banks.empty()) {
    print_errors(outcome.errors);
    if (outcome.errors.empty())
      print_errors({{"",
                     {0, 0},
                     "no question bank was found, so nothing was written; 'quizlint check --show-files' says "
                     "why each file was passed over"}});
    return 2;
  }
  StartingConfig made = starting_config(outcome, folder);
  if (arguments.begin_baseline) made.yaml += baseline_entry();
  if (auto error = write_file(path, made.yaml)) {
    error->path = shown;
    print_errors({*error});
    return 2;
  }
  if (arguments.begin_baseline) begin_baseline(arguments, path_in(folder, kBaseline), outcome.errors);
  if (!arguments.quiet) {
    print(fmt::format("wrote {}\nsaw {}\n", shown, what_was_found(tally_of(outcome), false)));
    tell_all(arguments, outcome, made);
  }
  print_errors(outcome.errors);
  return outcome.errors.empty() ? 0 : 2;
}

}  // namespace quizlint
