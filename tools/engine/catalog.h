#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "checks/check.h"

namespace quizlint {

/// Every check there is: those of the lists, the rules of the knowledge, and the engine's own. In the order in which
/// they are told: by group, then by name. Views into the lists and the knowledge, which must outlive it.
struct Catalog {
  std::vector<CheckInfo> checks;
  std::vector<std::string_view> groups;

  /// The place of an id in `checks`, or -1.
  int index_of(std::string_view id) const;
  /// Whether it is a group of the documentation or of a check.
  bool is_group(std::string_view name) const;
  /// All ids and groups, for "did you mean".
  std::vector<std::string_view> names() const;
};

Catalog catalog_of(const Knowledge& knowledge);

/// The part of an id before the `/`.
std::string_view group_of(std::string_view id);

}  // namespace quizlint
