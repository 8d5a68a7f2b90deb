#include "engine/selection.h"

#include <algorithm>

#include "engine/did_you_mean.h"

namespace quizlint {
namespace {

/// How exactly a list names a check.
enum Specificity : int { kUnnamed, kByGroup, kById };

int specificity_of(const std::vector<std::string>& names, const CheckInfo& check, bool group_counts) {
  int found = kUnnamed;
  for (const std::string& name : names) {
    if (name == check.id) return kById;
    if (group_counts && name == group_of(check.id)) found = kByGroup;
  }
  return found;
}

/// Whether a check is on after some layers, and how exactly it was ignored last.
struct State {
  bool on = false;
  int ignored = kUnnamed;
};

void apply(const SelectionLists& layer, const CheckInfo& check, State& state) {
  const int extended = specificity_of(layer.extend, check, check.on_by_default);
  const int selected = layer.select ? specificity_of(*layer.select, check, check.on_by_default) : kUnnamed;
  const int wanted = std::max(extended, selected);
  if (layer.select) state.on = false;
  if (wanted != kUnnamed && wanted >= state.ignored) state = {true, kUnnamed};
  const int ignored = specificity_of(layer.ignore, check, true);
  if (ignored != kUnnamed && ignored >= wanted) state = {false, ignored};
}

}  // namespace

std::vector<bool> select_checks(const Catalog& catalog, std::span<const SelectionLists> layers) {
  std::vector<bool> on;
  for (const CheckInfo& check : catalog.checks) {
    State state{check.on_by_default};
    for (const SelectionLists& layer : layers) apply(layer, check, state);
    on.push_back(state.on);
  }
  return on;
}

std::optional<std::string> fault_of_name(const Catalog& catalog, std::string_view name) {
  if (catalog.index_of(name) >= 0 || catalog.is_group(name)) return std::nullopt;
  return "unknown check '" + std::string(name) + "'" + did_you_mean(name, catalog.names());
}

}  // namespace quizlint
