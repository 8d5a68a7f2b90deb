#include <cstdio>

#include "cli/commands.h"
#include "cli/terminal.h"

using namespace quizlint;

namespace {

/// A report that could not be written whole is no success.
int unless_cut_off(int status) {
  if (std::fflush(stdout) == 0 && std::ferror(stdout) == 0) return status;
  print_errors({{"standard output", {0, 0}, "not all could be written to it; is the disk full?"}});
  return 2;
}

int run(const Arguments& arguments) {
  switch (arguments.command) {
    case Command::check: return run_check(arguments);
    case Command::parse: return run_parse(arguments);
    case Command::report: return run_report(arguments);
    case Command::words: return run_words(arguments);
    case Command::completion: return run_completion(arguments);
    case Command::manual: return run_manual(arguments);
    case Command::init: return run_init(arguments);
    case Command::explain: return run_explain(arguments);
  }
  return 2;
}

}  // namespace

int main(int argc, char** argv) {
  const auto read = read_arguments(argc, argv);
  if (const Farewell* farewell = std::get_if<Farewell>(&read)) {
    std::fputs(farewell->text.c_str(), farewell->status == 0 ? stdout : stderr);
    return unless_cut_off(farewell->status);
  }
  return unless_cut_off(run(std::get<Arguments>(read)));
}
