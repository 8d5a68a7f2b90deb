#include "cli/shape.h"

#include <set>

#include <CLI/CLI.hpp>

#include "engine/catalog.h"
#include "engine/layout_names.h"
#include "report/reporter.h"

namespace quizlint {
namespace {

std::vector<std::string> split(const std::string& text, char at) {
  std::vector<std::string> parts(1);
  for (const char c : text) {
    if (c == at) {
      parts.emplace_back();
    } else {
      parts.back() += c;
    }
  }
  return parts;
}

std::vector<std::string> strings(const std::vector<std::string_view>& views) {
  return {views.begin(), views.end()};
}

std::vector<std::string> check_names() {
  const Catalog catalog = catalog_of(Knowledge::builtin());
  return strings(catalog.names());
}

std::vector<std::string> values_of(const std::string& command, const std::string& name, const std::string& type) {
  if (type.find('|') != std::string::npos) return split(type, '|');
  if ((type == "LIST" && name != "--accept") || type == "CHECK") return check_names();
  if (name == "--layout") return strings(layout_names());
  if (name != "--output-format") return {};
  if (command == "explain") return {"full", "markdown"};
  if (command != "check") return {"full", "json"};
  std::vector<std::string> names;
  for (const Reporter* reporter : reporters()) names.emplace_back(reporter->name);
  return names;
}

OptionShape shape_of(const std::string& command, const CLI::Option& option) {
  OptionShape shape;
  for (const std::string& name : option.get_lnames()) shape.names.push_back("--" + name);
  for (const std::string& name : option.get_snames()) shape.names.push_back("-" + name);
  shape.help = option.get_description();
  if (option.get_items_expected_max() == 0) return shape;
  // Behind a colon CLI11 says what it demands of the value.
  shape.type = split(option.get_type_name(), ':').front();
  shape.values = values_of(command, shape.names.empty() ? "" : shape.names.front(), shape.type);
  shape.is_list = shape.type == "LIST" && !shape.values.empty();
  static const std::set<std::string> kFiles = {"FILE", "FILE...", "PATH", "DIR", "FOLDER", "GLOB"};
  shape.is_file = kFiles.contains(shape.type);
  return shape;
}

}  // namespace

std::vector<CommandShape> shapes_of(const CLI::App& app) {
  std::vector<CommandShape> commands;
  for (const CLI::App* command : app.get_subcommands(nullptr)) {
    CommandShape& made = commands.emplace_back();
    made.name = command->get_name();
    made.help = command->get_description();
    for (const bool positional : {false, true})
      for (const CLI::Option* option : command->get_options())
        if (option->get_positional() == positional) made.options.push_back(shape_of(made.name, *option));
  }
  return commands;
}

}  // namespace quizlint
