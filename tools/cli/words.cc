#include <array>

#include <fmt/format.h>

#include "cli/commands.h"
#include "cli/terminal.h"
#include "engine/config_words.h"
#include "engine/did_you_mean.h"
#include "engine/lint.h"
#include "engine/rules.h"
#include "io/file.h"
#include "io/path.h"
#include "report/word_list.h"

namespace quizlint {
namespace {

/// The configuration that holds the project's vocabulary: the one named, the nearest one, or a new one here.
std::string config_of(const Arguments& arguments) {
  if (!arguments.run.settings.config.empty()) return absolute_path(arguments.run.settings.config);
  const std::string here = absolute_path(".");
  const std::string found = find_config(here);
  return found.empty() ? path_in(here, kConfigName) : found;
}

int accept(const Arguments& arguments) {
  const std::string path = config_of(arguments);
  const std::string shown = shown_path(path);
  const bool there = is_there(path);
  const Result<std::string> before = there ? read_file(path) : Result<std::string>(std::string());
  const Result<std::string> after = before ? with_words(shown, *before, arguments.accepted) : before;
  if (!after) {
    Error error = after.error();
    error.path = shown;
    print_errors({error});
    return 2;
  }
  std::optional<Error> error = there ? replace_file(path, *before, *after) : write_file(path, *after);
  if (error) {
    error->path = shown;
    print_errors({*error});
    return 2;
  }
  if (!arguments.quiet)
    print_note(*after == *before ? fmt::format("{} has these words already", shown)
                                 : fmt::format("added to the vocabulary of {}", shown));
  return 0;
}

int list(const Arguments& arguments) {
  static constexpr std::array<std::string_view, 2> kFormats = {"full", "json"};
  const Output& output = arguments.outputs.front();
  if (!output.format.empty() && output.format != "json" && output.format != "full") {
    print_errors({{"--output-format",
                   {0, 0},
                   "unknown format '" + output.format + "'; words writes full or json" +
                       did_you_mean(output.format, kFormats)}});
    return 2;
  }
  RunOptions options = arguments.run;
  options.settings.selection = {checks_of_unknown_words(), {}, {}};
  std::vector<Error> errors;
  const Knowledge knowledge = knowledge_for(options.settings, arguments.rules, errors);
  const Outcome outcome = lint(options, knowledge);
  const std::vector<WordUse> words = word_uses(outcome);
  const bool written =
      deliver(output, output.format == "json" ? word_list_json(words) : word_list_full(words, arguments.verbose));
  print_errors(errors);
  print_errors(outcome.errors);
  if (!arguments.quiet && output.format != "json" && !words.empty())
    print_note("those that are right: quizlint words --accept WORD,WORD puts them into the vocabulary");
  return written && errors.empty() && outcome.errors.empty() ? 0 : 2;
}

}  // namespace

int run_words(const Arguments& arguments) {
  return arguments.accepted.empty() ? list(arguments) : accept(arguments);
}

}  // namespace quizlint
