#include <cstdio>

#include "cli/commands.h"
#include "cli/terminal.h"

using namespace quizlint;

int main(int argc, char** argv) {
  const auto read = read_arguments(argc, argv);
  if (const Farewell* farewell = std::get_if<Farewell>(&read)) {
    std::fputs(farewell->text.c_str(), farewell->status == 0 ? stdout : stderr);
    return farewell->status;
  }
  const Arguments& arguments = std::get<Arguments>(read);
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
