#include "cli/arguments.h"

#include <algorithm>
#include <map>

#include <CLI/CLI.hpp>

#include "engine/did_you_mean.h"
#include "engine/version.h"
#include "io/path.h"
#include "io/store.h"
#include "report/reporter.h"

namespace quizlint {
namespace {

constexpr const char* kShortHelp = R"(quizlint - a linter for question banks

Usage: quizlint COMMAND [OPTION]... [PATH]...

  check    find what is wrong in question banks
  parse    print what quizlint understood of a bank
  report   write the cleanup report, a page to open in a browser
  words    list the words that no dictionary knows, for the vocabulary
  explain  say what a check looks for and why
  init     write a starting .quizlint.yaml for this folder

Start with:  quizlint check
More help:   quizlint --help, quizlint check --help
)";

/// What CLI11 fills and Arguments does not hold as it is.
struct Raw {
  std::vector<std::string> paths, formats, files, select, extend, ignore;
  std::string fail_on = "warning";
  std::string cache_dir;
  bool no_cache = false;
  CLI::Option* format_option = nullptr;
  CLI::Option* file_option = nullptr;
  CLI::Option* select_option = nullptr;
};

CLI::Option* add_list(CLI::App* app, const char* name, std::vector<std::string>& to, const char* help) {
  return app->add_option(name, to, help)->delimiter(',')->allow_extra_args(false)->type_name("LIST");
}

/// Allows these values alone; they are its type in the help, too: "auto|always|never".
void allow_only(CLI::Option* option, const std::vector<std::string>& values) {
  std::string all, type;
  for (const std::string& value : values) {
    type += (type.empty() ? "" : "|") + value;
    all += (all.empty() ? "" : value == values.back() ? " or " : ", ") + value;
  }
  option->type_name(type)->check([=](const std::string& given) {
    const bool known = std::ranges::find(values, given) != values.end();
    return known ? std::string() : "'" + given + "' is none of " + all;
  });
}

CLI::Option* add_each(CLI::App* app, const char* name, std::vector<std::string>& to, const char* help,
                      const char* type) {
  return app->add_option(name, to, help)->allow_extra_args(false)->type_name(type);
}

std::vector<std::string> format_names() {
  std::vector<std::string> names;
  for (const Reporter* reporter : reporters()) names.emplace_back(reporter->name);
  return names;
}

/// Options of every command that knows checks.
void add_configuration(CLI::App* app, Arguments& to) {
  app->add_option("--config", to.run.settings.config, "Use this configuration for all files")->type_name("FILE");
  app->add_flag("--isolated", to.run.settings.isolated, "Look for no configuration");
  add_each(app, "--rules", to.rules, "Add the rules in this folder", "DIR");
}

/// Options of every command that reads banks.
void add_reading(CLI::App* app, Arguments& to, Raw& raw) {
  app->add_option("path", raw.paths, "Files, folders, or - for standard input; none means .")->type_name("PATH");
  add_each(app, "--exclude", to.run.settings.exclude, "Pass over files that match", "GLOB");
  app->add_flag("--force-exclude", to.run.force_exclude, "Excludes hold for files that are named, too");
  add_configuration(app, to);
  app->add_option("--stdin-filename", to.run.stdin_name, "What standard input is called, and read as")
      ->type_name("NAME");
  app->add_option("--layout", to.run.settings.layout, "Read all files with this layout")->type_name("NAME");
  app->add_option("--jobs", to.run.jobs, "Threads; default: one a processor")->type_name("N");
  app->add_flag("--no-cache", raw.no_cache, "Judge every file anew, and keep nothing for the next run");
  app->add_option("--cache-dir", raw.cache_dir,
                  "Keep what is found in files here; default: quizlint in $XDG_CACHE_HOME or ~/.cache")
      ->type_name("DIR");
}

void add_color(CLI::App* app, Arguments& to) {
  allow_only(app->add_option("--color", to.color, "Colours; auto: on a terminal, where NO_COLOR is not set"),
             {"auto", "always", "never"});
}

/// Options of every command that writes.
void add_writing(CLI::App* app, Arguments& to, Raw& raw) {
  raw.file_option = add_each(app, "--output-file,-o", raw.files, "Write the report there", "FILE");
  add_color(app, to);
}

/// Options of every command that runs checks.
void add_selection(CLI::App* app, Raw& raw) {
  raw.select_option = add_list(app, "--select", raw.select, "Run these checks or groups alone");
  add_list(app, "--extend-select", raw.extend, "Run these checks or groups too");
  add_list(app, "--ignore", raw.ignore, "Do not run these checks or groups");
}

void add_check(CLI::App& app, Arguments& to, Raw& raw) {
  CLI::App* check = app.add_subcommand("check", "Find what is wrong in question banks");
  add_reading(check, to, raw);
  std::string names;
  for (const std::string& name : format_names()) names += (names.empty() ? "" : ", ") + name;
  raw.format_option = add_each(check, "--output-format", raw.formats, "", "NAME")
                          ->description("One of " + names + "; default: full on a terminal, else concise");
  add_writing(check, to, raw);
  add_selection(check, raw);
  allow_only(
      check->add_option("--fail-on", raw.fail_on, "The least severity that makes the exit status 1; default: warning"),
      {"error", "warning", "info", "never"});
  check->add_option("--only-report", to.run.only_report, "Read all, tell findings of these files")
      ->type_name("FILE...");
  add_each(check, "--against", to.run.against, "Tell which questions stand in this bank or folder already", "PATH");
  check->add_option("--baseline", to.run.baseline, "Tell only what this file does not keep")->type_name("FILE");
  check->add_option("--write-baseline", to.write_baseline, "Keep in this file all that is found now")
      ->type_name("FILE");
  check->add_flag("--no-baseline", to.no_baseline, "Tell also what the baseline of the configuration keeps");
  check->add_option("--base-ref", to.run.base_ref, "Tell only what was not there at this git revision")
      ->type_name("REV");
  check->add_flag("--fix", to.fix, "Mend what can safely be mended");
  check->add_flag("--unsafe-fixes", to.unsafe_fixes, "Mend, with --fix or alone, also what may change the meaning");
  check->add_flag("--diff", to.diff, "Show what --fix would change, and change nothing");
  check->add_flag("--statistics", to.statistics, "Count findings by check instead of showing them");
  check->add_flag("--show-files", to.show_files, "List the banks, and what was passed over and why");
  check->add_flag("--show-config", to.show_config, "Show the settings that hold for each file");
  check->add_flag("--quiet,-q", to.quiet, "Print nothing beyond findings and errors");
  check->add_flag("--verbose,-v", to.verbose, "Fold nothing");
}

void add_parse(CLI::App& app, Arguments& to, Raw& raw) {
  CLI::App* parse = app.add_subcommand("parse", "Print what quizlint understood of a bank");
  add_reading(parse, to, raw);
  raw.format_option = add_each(parse, "--output-format", raw.formats, "full or json; default: full", "NAME");
  add_writing(parse, to, raw);
}

void add_words(CLI::App& app, Arguments& to, Raw& raw) {
  CLI::App* words = app.add_subcommand("words", "List the words that no dictionary knows, most frequent first");
  add_reading(words, to, raw);
  raw.format_option = add_each(words, "--output-format", raw.formats, "full or json; default: full", "NAME");
  add_writing(words, to, raw);
  add_list(words, "--accept", to.accepted, "Put these words into the vocabulary of .quizlint.yaml, and list nothing");
  words->add_flag("--verbose,-v", to.verbose, "Tell every place of a word");
  words->add_flag("--quiet,-q", to.quiet, "Print no advice");
}

void add_report(CLI::App& app, Arguments& to, Raw& raw) {
  CLI::App* report = app.add_subcommand("report", "Write the cleanup report, one HTML page to open in a browser");
  add_reading(report, to, raw);
  raw.file_option = add_each(report, "--output-file,-o", raw.files, "Write the page there", "FILE");
  report->add_option("--history", to.history, "Show how the figures went over the last N commits")->type_name("N");
  add_selection(report, raw);
  report->add_flag("--quiet,-q", to.quiet, "Print nothing but errors");
}

void add_init(CLI::App& app, Arguments& to, Raw& raw) {
  CLI::App* init = app.add_subcommand("init", "Look at the folder and write a starting .quizlint.yaml");
  init->add_option("path", raw.paths, "The folder; none means .")->type_name("FOLDER")->expected(0, 1);
  init->add_flag("--force", to.force, "Replace a .quizlint.yaml that is there");
  init->add_flag("--baseline", to.begin_baseline, "Keep all that is found now, and tell only what is new from then on");
  init->add_flag("--quiet,-q", to.quiet, "Print nothing but errors");
}

void add_explain(CLI::App& app, Arguments& to, Raw& raw) {
  CLI::App* explain = app.add_subcommand("explain", "Say what a check looks for and why; without CHECK, list all");
  explain->add_option("check", to.check, "A check such as typos/misspelling, or a group")->type_name("CHECK");
  add_configuration(explain, to);
  raw.format_option = add_each(explain, "--output-format", raw.formats, "full or markdown; default: full", "NAME");
  add_color(explain, to);
}

void add_completion(CLI::App& app, Arguments& to) {
  CLI::App* completion = app.add_subcommand("completion", "Print the completions for a shell: bash, zsh or fish");
  allow_only(completion->add_option("shell", to.shell, "The shell")->required(), {"bash", "zsh", "fish"});
}

void add_commands(CLI::App& app, Arguments& to, Raw& raw) {
  app.require_subcommand(0, 1);
  app.set_version_flag("--version", "quizlint " + std::string(version()));
  add_check(app, to, raw);
  add_parse(app, to, raw);
  add_report(app, to, raw);
  add_words(app, to, raw);
  add_explain(app, to, raw);
  add_init(app, to, raw);
  add_completion(app, to);
  app.add_subcommand("manual", "Print the manual page, for man");
}

/// Formats and files go together in the order in which they stand, whichever of a pair comes first.
std::vector<Output> outputs_of(const CLI::App& command, const Raw& raw) {
  std::vector<Output> outputs;
  std::size_t formats = 0, files = 0;
  for (const CLI::Option* option : command.parse_order()) {
    if (option->get_name() == "--output-format") {
      if (outputs.empty() || !outputs.back().format.empty()) outputs.emplace_back();
      outputs.back().format = raw.formats[formats++];
    } else if (option->get_name() == "--output-file") {
      if (outputs.empty() || !outputs.back().file.empty()) outputs.emplace_back();
      outputs.back().file = raw.files[files++];
    }
  }
  if (outputs.empty()) outputs.emplace_back();
  return outputs;
}

std::optional<Severity> severity_of(const std::string& name) {
  static const std::map<std::string, Severity> kNames = {
      {"error", Severity::error}, {"warning", Severity::warning}, {"info", Severity::info}};
  const auto found = kNames.find(name);
  return found == kNames.end() ? std::nullopt : std::optional(found->second);
}

std::vector<std::string_view> views(const std::vector<std::string>& names) {
  return {names.begin(), names.end()};
}

std::string unexpected(const CLI::App& app, const CLI::App* command) {
  const CLI::App& asked = command == nullptr ? app : *command;
  const std::vector<std::string> remaining = app.remaining(true);
  const std::string word = remaining.empty() ? "" : remaining.front();
  std::vector<std::string> names;
  if (word.starts_with('-')) {
    for (const CLI::Option* option : asked.get_options())
      for (const std::string& name : option->get_lnames()) names.push_back("--" + name);
    return "unknown option '" + word + "'" + did_you_mean(word.substr(0, word.find('=')), views(names));
  }
  for (const CLI::App* known : app.get_subcommands(nullptr)) names.push_back(known->get_name());
  const std::string hint = did_you_mean(word, views(names));
  if (command != nullptr) return "unexpected argument '" + word + "'";
  return "unknown command '" + word + "'" + (hint.empty() ? "; to check a path: quizlint check " + word : hint);
}

Farewell usage_error(const std::string& message) {
  return {"quizlint: error: " + message + "\nRun 'quizlint --help' for what there is.\n", 2};
}

std::variant<Arguments, Farewell> settle(const CLI::App& command, Arguments arguments, const Raw& raw) {
  const std::map<std::string, Command> commands = {{"check", Command::check},           {"parse", Command::parse},
                                                   {"report", Command::report},         {"words", Command::words},
                                                   {"explain", Command::explain},       {"init", Command::init},
                                                   {"completion", Command::completion}, {"manual", Command::manual}};
  arguments.command = commands.at(command.get_name());
  if (!raw.paths.empty()) arguments.run.paths = raw.paths;
  arguments.fail_on = severity_of(raw.fail_on);
  SelectionLists& lists = arguments.run.settings.selection;
  if (!raw.select.empty()) lists.select = raw.select;
  lists.extend = raw.extend;
  lists.ignore = raw.ignore;
  arguments.fix |= arguments.unsafe_fixes;
  if (!raw.no_cache)
    arguments.run.cache_folder = raw.cache_dir.empty() ? cache_folder("quizlint") : absolute_path(raw.cache_dir);
  // What is known of a file does not say which dictionaries its languages lack, and that is what is asked for.
  if (arguments.verbose) arguments.run.cache_folder.clear();
  arguments.run.keep_faults = !arguments.write_baseline.empty();
  arguments.outputs = outputs_of(command, raw);
  if (std::ranges::count(arguments.outputs, "", &Output::file) > 1)
    return usage_error("only one report can go to standard output; give the others an --output-file each");
  return arguments;
}

}  // namespace

std::variant<Arguments, Farewell> read_arguments(int argc, const char* const* argv) {
  if (argc < 2) return Farewell{kShortHelp, 0};
  Arguments arguments;
  Raw raw;
  CLI::App app("quizlint - a linter for question banks", "quizlint");
  add_commands(app, arguments, raw);
  try {
    app.parse(argc, argv);
  } catch (const CLI::Success& done) {
    const auto chosen = app.get_subcommands();
    if (dynamic_cast<const CLI::CallForVersion*>(&done) != nullptr) return Farewell{std::string(done.what()) + "\n", 0};
    return Farewell{chosen.empty() ? app.help() : chosen.front()->help("quizlint"), 0};
  } catch (const CLI::ExtrasError&) {
    const auto chosen = app.get_subcommands();
    return usage_error(unexpected(app, chosen.empty() ? nullptr : chosen.front()));
  } catch (const CLI::ParseError& fault) {
    return usage_error(fault.what());
  }
  const auto chosen = app.get_subcommands();
  if (chosen.empty()) return Farewell{kShortHelp, 0};
  return settle(*chosen.front(), std::move(arguments), raw);
}

std::vector<CommandShape> command_shapes() {
  Arguments arguments;
  Raw raw;
  CLI::App app("", "quizlint");
  add_commands(app, arguments, raw);
  return shapes_of(app);
}

}  // namespace quizlint
