#include "engine/selection.h"

#include <algorithm>

#include "engine/did_you_mean.h"

namespace quizlint {
namespace {

/// How strongly a word speaks: its specificity first, then who said it. 0 says nothing.
enum Strength : int { kSilent = 0, kByDefault = 1, kGroup = 2, kId = 4, kCommandBonus = 1 };

int strength_of(const std::vector<std::string>& names, const CheckInfo& check, bool group_counts) {
  int strength = kSilent;
  for (const std::string& name : names) {
    if (name == check.id) strength = std::max<int>(strength, kId);
    if (group_counts && name == group_of(check.id)) strength = std::max<int>(strength, kGroup);
  }
  return strength;
}

int commanded_strength(const std::vector<std::string>& names, const CheckInfo& check, bool group_counts) {
  const int strength = strength_of(names, check, group_counts);
  return strength == kSilent ? kSilent : strength + kCommandBonus;
}

int wanted_strength(const CheckInfo& check, const SelectionLists& configured, const SelectionLists& commanded) {
  int strength = kSilent;
  if (commanded.select) {
    strength = commanded_strength(*commanded.select, check, check.on_by_default);
  } else if (configured.select) {
    strength = strength_of(*configured.select, check, check.on_by_default);
  } else if (check.on_by_default) {
    strength = kByDefault;
  }
  strength = std::max(strength, strength_of(configured.extend, check, check.on_by_default));
  return std::max(strength, commanded_strength(commanded.extend, check, check.on_by_default));
}

}  // namespace

std::vector<bool> select_checks(const Catalog& catalog, const SelectionLists& configured,
                                const SelectionLists& commanded) {
  std::vector<bool> on;
  for (const CheckInfo& check : catalog.checks) {
    const int unwanted =
        std::max(strength_of(configured.ignore, check, true), commanded_strength(commanded.ignore, check, true));
    on.push_back(wanted_strength(check, configured, commanded) > unwanted);
  }
  return on;
}

std::optional<std::string> fault_of_name(const Catalog& catalog, std::string_view name) {
  if (catalog.index_of(name) >= 0 || catalog.is_group(name)) return std::nullopt;
  return "unknown check '" + std::string(name) + "'" + did_you_mean(name, catalog.names());
}

}  // namespace quizlint
