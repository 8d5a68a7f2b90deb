#include "report/parse.h"

#include <fmt/format.h>

#include "cli/commands.h"
#include "cli/terminal.h"
#include "engine/did_you_mean.h"
#include "engine/lint.h"

namespace quizlint {

int run_parse(const Arguments& arguments) {
  const Output& output = arguments.outputs.front();
  const bool json = output.format == "json";
  if (!json) {
    print_errors({{"--output-format", {0, 0}, "unknown format '" + output.format + "'; parse writes json"}});
    return 2;
  }
  const Shown shown = show_banks(arguments.run, Knowledge::builtin(), parse_json);
  const bool written = deliver(output, parse_json_document(shown.banks));
  print_errors(shown.errors);
  return written && shown.errors.empty() ? 0 : 2;
}

}  // namespace quizlint
