#pragma once

#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace quizlint {

/// An option or a positional argument, for completions and the manual.
struct OptionShape {
  std::vector<std::string> names;  ///< "--quiet", "-q"; none for a positional argument
  std::string type;                ///< "FILE"; "" takes no value
  std::string help;
  std::vector<std::string> values;  ///< those that there are, where they are known
  bool is_list = false;             ///< several values, joined by commas
  bool is_file = false;             ///< a file or folder
};

struct CommandShape {
  std::string name;
  std::string help;
  std::vector<OptionShape> options;  ///< positional arguments last
};

/// Reads the commands and options off the parser itself, so that nothing about them is written twice.
std::vector<CommandShape> shapes_of(const CLI::App& app);

}  // namespace quizlint
