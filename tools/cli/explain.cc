#include <fmt/format.h>

#include "cli/commands.h"
#include "cli/terminal.h"
#include "engine/catalog.h"
#include "engine/rules.h"
#include "engine/selection.h"

namespace quizlint {
namespace {

void list(const Catalog& catalog, std::string_view only_group) {
  for (const std::string_view group : catalog.groups) {
    if (!only_group.empty() && group != only_group) continue;
    print(fmt::format("{}\n", group));
    for (const CheckInfo& check : catalog.checks)
      if (group_of(check.id) == group)
        print(fmt::format("  {:<28} {:<7} {}{}\n", check.id, name_of(check.severity),
                          check.on_by_default ? "" : "(off) ", check.summary));
  }
}

std::string indented(std::string_view text) {
  std::string out;
  for (bool at_start = true; const char c : text) {
    if (at_start && c != '\n') out += "    ";
    out += c;
    at_start = c == '\n';
  }
  if (!out.ends_with('\n')) out += '\n';
  return out;
}

void explain(const CheckInfo& check) {
  print(fmt::format("{}  [{}{}]\n\n{}\n", check.id, name_of(check.severity),
                    check.on_by_default ? "" : ", off by default", check.summary));
  if (!check.why.empty()) print(fmt::format("\n{}\n", check.why));
  if (!check.bad.empty()) print(fmt::format("\nFound:\n\n{}", indented(check.bad)));
  if (!check.good.empty()) print(fmt::format("\nGood:\n\n{}", indented(check.good)));
  if (!check.fix.empty()) print(fmt::format("\nFix: {}\n", check.fix));
}

}  // namespace

int run_explain(const Arguments& arguments) {
  std::vector<Error> errors;
  const Knowledge knowledge = knowledge_for(arguments.run.settings, arguments.rules, errors);
  print_errors(errors);
  const Catalog catalog = catalog_of(knowledge);
  const std::string& asked = arguments.check;
  if (asked.empty() || catalog.is_group(asked)) {
    list(catalog, asked);
    return errors.empty() ? 0 : 2;
  }
  const int index = catalog.index_of(asked);
  if (index < 0) {
    print_errors({{"", {0, 0}, *fault_of_name(catalog, asked)}});
    return 2;
  }
  explain(catalog.checks[static_cast<std::size_t>(index)]);
  return errors.empty() ? 0 : 2;
}

}  // namespace quizlint
