#pragma once

#include <optional>
#include <span>
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
/// Layers speak one after the other: the configuration, its overrides, the command line. A later `ignore` beats what
/// was selected before; a later `select` beats an earlier `ignore` unless that is more specific (an id against a
/// group). Within a layer the more specific word wins, then `ignore`.
std::vector<bool> select_checks(const Catalog& catalog, std::span<const SelectionLists> layers);

/// What is wrong with a name in a list, without its place; nothing where it is a check or a group.
std::optional<std::string> fault_of_name(const Catalog& catalog, std::string_view name);

}  // namespace quizlint
