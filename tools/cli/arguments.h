#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "bank/finding.h"
#include "cli/shape.h"
#include "engine/source.h"

namespace quizlint {

enum class Command { check, parse, report, words, explain, init, completion, manual };

/// A report and where it goes; "" for the format is the default of the place, "" for the file is standard output.
struct Output {
  std::string format;
  std::string file;
};

/// What the command line asks for.
struct Arguments {
  Command command = Command::check;
  RunOptions run;
  std::vector<std::string> rules;  ///< folders of the user's own rules
  std::vector<Output> outputs;
  std::optional<Severity> fail_on = Severity::warning;  ///< nothing: never
  std::string color = "auto";
  std::string check;                  ///< of `explain`; "" for all
  std::string shell;                  ///< of `completion`
  std::vector<std::string> accepted;  ///< of `words`: for the vocabulary
  unsigned history = 0;               ///< of `report`: commits to look back
  bool force = false;                 ///< of `init`: overwrite
  bool begin_baseline = false;        ///< of `init`: keep all that is found now
  bool fix = false;
  bool unsafe_fixes = false;  ///< of --fix and --diff
  bool diff = false;
  bool statistics = false;
  bool show_files = false;
  bool show_config = false;
  std::string write_baseline;  ///< the file that is to keep all that is found; "" for none
  bool no_baseline = false;    ///< the one of the configuration is not read
  bool quiet = false;
  bool verbose = false;
};

/// Text for the user that ends the program: help and version on standard output, faults of usage on standard error.
struct Farewell {
  std::string text;
  int status = 0;
};

std::variant<Arguments, Farewell> read_arguments(int argc, const char* const* argv);

/// What may stand on the command line, command by command.
std::vector<CommandShape> command_shapes();

}  // namespace quizlint
