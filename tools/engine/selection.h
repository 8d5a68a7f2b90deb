#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/catalog.h"

namespace quizlint {

/// What a configuration or a command line asks for; check ids and group names.
struct SelectionLists {
  std::optional<std::vector<std::string>> select;  ///< instead of the default
  std::vector<std::string> extend;                 ///< beside it
  std::vector<std::string> ignore;
};

/// Which checks run, in the order of the catalog. A group name stands for those of its checks that are on by default.
/// The more specific word wins (an id over its group), then the command line over the configuration, then `ignore`.
std::vector<bool> select_checks(const Catalog& catalog, const SelectionLists& configured,
                                const SelectionLists& commanded);

/// What is wrong with a name in a list, without its place; nothing where it is a check or a group.
std::optional<std::string> fault_of_name(const Catalog& catalog, std::string_view name);

}  // namespace quizlint
