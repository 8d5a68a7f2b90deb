#include <fmt/format.h>

#include "cli/commands.h"
#include "cli/shell.h"
#include "cli/terminal.h"

namespace quizlint {
namespace {

std::string joined(const std::vector<std::string>& words, std::string_view by = " ") {
  std::string out;
  for (const std::string& word : words) out.append(out.empty() ? "" : by).append(word);
  return out;
}

std::vector<std::string> names_of(const CommandShape& command) {
  std::vector<std::string> names;
  for (const OptionShape& option : command.options) names.insert(names.end(), option.names.begin(), option.names.end());
  return names;
}

std::vector<std::string> command_names(const std::vector<CommandShape>& commands) {
  std::vector<std::string> names;
  for (const CommandShape& command : commands) names.push_back(command.name);
  return names;
}

// --- bash ---

/// The cases of what follows an option, or of the positional argument where it has no name.
std::string bash_cases(const CommandShape& command) {
  std::string out;
  for (const OptionShape& option : command.options) {
    if (option.type.empty()) continue;
    std::vector<std::string> patterns;
    for (const std::string& name : option.names) patterns.push_back(command.name + ":" + name);
    if (patterns.empty()) patterns.push_back(command.name + ":");
    const std::string words = option.is_list ? "$checks" : shell_quoted(joined(option.values));
    const std::string action = option.is_file          ? "files=1"
                               : option.is_list        ? "words=$checks list=1"
                               : option.values.empty() ? "return"
                                                       : "words=" + words;
    out += fmt::format("    {}) {} ;;\n", joined(patterns, "|"), action);
  }
  return out;
}

const OptionShape* list_of(const std::vector<CommandShape>& commands) {
  for (const CommandShape& command : commands)
    for (const OptionShape& option : command.options)
      if (option.is_list) return &option;
  return nullptr;
}

std::string bash(const std::vector<CommandShape>& commands) {
  std::string values, options;
  for (const CommandShape& command : commands) {
    values += bash_cases(command);
    options += fmt::format("      {}) words={} ;;\n", command.name, shell_quoted(joined(names_of(command))));
  }
  return fmt::format(R"(# Completions of quizlint for bash, made by `quizlint completion bash`.
_quizlint() {{
  local current=${{COMP_WORDS[COMP_CWORD]}} before=${{COMP_WORDS[COMP_CWORD - 1]}} command=${{COMP_WORDS[1]}}
  local words='' files='' list='' prefix=''
  local checks='{1}'
  COMPREPLY=()
  if [ "$COMP_CWORD" = 1 ]; then
    COMPREPLY=($(compgen -W '{0} --help --version' -- "$current"))
    return
  fi
  case $before in
    -*)
      case $command:$before in
{2}      esac ;;
  esac
  if [ -z "$words$files" ] && [ "${{current#-}}" != "$current" ]; then
    case $command in
{3}    esac
  elif [ -z "$words$files" ]; then
    # What stands before takes no value, so a positional argument follows.
    case $command: in
{2}    esac
  fi
  if [ -n "$list" ] && [ "${{current%,*}}" != "$current" ]; then
    prefix=${{current%,*}},
    current=${{current##*,}}
  fi
  if [ -n "$words" ]; then
    COMPREPLY=($(compgen -P "$prefix" -W "$words" -- "$current"))
  else
    local IFS=$'\n'  # names may hold blanks
    COMPREPLY=($(compgen -f -- "$current"))
    compopt -o filenames 2>/dev/null
  fi
}}
complete -F _quizlint quizlint
)",
                     joined(command_names(commands)), joined(list_of(commands)->values), values, options);
}

// --- zsh ---

/// What zsh's _arguments reads as its own.
std::string zsh_escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == ':' || c == '[' || c == ']' || c == '\\') out += '\\';
    out += c;
  }
  return out;
}

std::string zsh_action(const OptionShape& option) {
  if (option.is_file) return "_files";
  if (option.values.empty()) return "";
  const std::string words = joined(option.values);
  return option.is_list ? fmt::format("_values -s , check {}", words) : fmt::format("({})", words);
}

std::string zsh_argument(const OptionShape& option) {
  if (option.names.empty()) return shell_quoted(fmt::format("*:{}:{}", zsh_escaped(option.type), zsh_action(option)));
  const std::string value =
      option.type.empty() ? "" : fmt::format(":{}:{}", zsh_escaped(option.type), zsh_action(option));
  std::string out;
  for (const std::string& name : option.names)
    out += fmt::format("{}{}", out.empty() ? "" : " ",
                       shell_quoted(fmt::format("*{}[{}]{}", name, zsh_escaped(option.help), value)));
  return out;
}

std::string zsh(const std::vector<CommandShape>& commands) {
  std::string names, cases;
  for (const CommandShape& command : commands) {
    names += fmt::format("    {}\n", shell_quoted(fmt::format("{}:{}", command.name, zsh_escaped(command.help))));
    cases += fmt::format("    {})\n      _arguments", command.name);
    for (const OptionShape& option : command.options) cases += " \\\n        " + zsh_argument(option);
    cases += " ;;\n";
  }
  return fmt::format(R"(#compdef quizlint
# Completions of quizlint for zsh, made by `quizlint completion zsh`.
_quizlint() {{
  local -a commands
  commands=(
{}  )
  if (( CURRENT == 2 )); then
    _describe command commands
    return
  fi
  local command=$words[2]
  shift words
  (( CURRENT-- ))
  case $command in
{}  esac
}}
_quizlint "$@"
)",
                     names, cases);
}

// --- fish ---

std::string fish_option(const CommandShape& command, const OptionShape& option) {
  std::string out = fmt::format("complete -c quizlint -n '__fish_seen_subcommand_from {}'", command.name);
  for (const std::string& name : option.names)
    out += name.starts_with("--") ? " -l " + name.substr(2) : " -s " + name.substr(1);
  const std::string words = joined(option.values);
  if (option.is_list) {
    out += fmt::format(R"fish( -x -a "(__fish_complete_list , 'string split \" \" \"{}\"')")fish", words);
  } else if (!option.values.empty()) {
    out += fmt::format(" -x -a {}", shell_quoted(words));
  } else if (option.is_file) {
    out += " -r -F";
  } else if (!option.type.empty()) {
    out += " -x";
  }
  return out + fmt::format(" -d {}\n", shell_quoted(option.help));
}

std::string fish(const std::vector<CommandShape>& commands) {
  const std::string names = joined(command_names(commands));
  std::string out = "# Completions of quizlint for fish, made by `quizlint completion fish`.\n";
  for (const CommandShape& command : commands)
    out += fmt::format("complete -c quizlint -f -n 'not __fish_seen_subcommand_from {}' -a {} -d {}\n", names,
                       command.name, shell_quoted(command.help));
  for (const CommandShape& command : commands)
    for (const OptionShape& option : command.options) out += fish_option(command, option);
  return out;
}

}  // namespace

int run_completion(const Arguments& arguments) {
  const std::vector<CommandShape> commands = command_shapes();
  print(arguments.shell == "bash" ? bash(commands) : arguments.shell == "zsh" ? zsh(commands) : fish(commands));
  return 0;
}

}  // namespace quizlint
