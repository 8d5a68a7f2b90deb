#include "cli/scope.h"

#include <algorithm>

#include "cli/shell.h"

namespace quizlint {
namespace {

void add(std::string& scope, std::string_view option, const std::string& value) {
  if (!scope.empty()) scope += ' ';
  if (!option.empty()) scope.append(option).append(" ");
  scope += shell_word(value);
}

std::string joined(const std::vector<std::string>& names) {
  std::string out;
  for (const std::string& name : names) out += (out.empty() ? "" : ",") + name;
  return out;
}

}  // namespace

std::string selection_of(const Arguments& arguments) {
  const auto& select = arguments.run.settings.selection.select;
  return select ? "--select " + shell_word(joined(*select)) : "";
}

std::string scope_of(const Arguments& arguments) {
  const CommandSettings& settings = arguments.run.settings;
  std::string scope;
  if (!settings.config.empty()) add(scope, "--config", settings.config);
  if (settings.isolated) scope += scope.empty() ? "--isolated" : " --isolated";
  for (const std::string& glob : settings.exclude) add(scope, "--exclude", glob);
  for (const std::string& folder : arguments.rules) add(scope, "--rules", folder);
  if (!settings.selection.extend.empty()) add(scope, "--extend-select", joined(settings.selection.extend));
  if (!settings.selection.ignore.empty()) add(scope, "--ignore", joined(settings.selection.ignore));
  if (arguments.run.force_exclude) scope += scope.empty() ? "--force-exclude" : " --force-exclude";
  if (!settings.layout.empty()) add(scope, "--layout", settings.layout);
  if (arguments.run.paths == RunOptions().paths) return scope;
  // What begins with a dash is a path all the same.
  if (std::ranges::any_of(arguments.run.paths, [](const std::string& path) { return path.starts_with('-'); }))
    scope += scope.empty() ? "--" : " --";
  for (const std::string& path : arguments.run.paths) add(scope, "", path);
  return scope;
}

}  // namespace quizlint
