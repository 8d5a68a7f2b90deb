#include "engine/catalog.h"

#include <algorithm>
#include <array>

#include "engine/own_checks.h"

namespace quizlint {
namespace {

/// Groups in the order of the documentation; a user's own come after them.
constexpr std::array<std::string_view, 7> kGroups = {"unanswered", "typos",   "duplicates", "fragments",
                                                     "structure",  "choices", "quizlint"};

CheckInfo info_of(const Rule& rule) {
  return {rule.id, rule.severity, rule.on_by_default, rule.summary, rule.explain, rule.bad, rule.good, ""};
}

std::size_t rank_of(std::string_view group) {
  return static_cast<std::size_t>(std::find(kGroups.begin(), kGroups.end(), group) - kGroups.begin());
}

bool told_before(const CheckInfo& a, const CheckInfo& b) {
  const std::size_t rank_a = rank_of(group_of(a.id)), rank_b = rank_of(group_of(b.id));
  return rank_a != rank_b ? rank_a < rank_b : a.id < b.id;
}

}  // namespace

std::string_view group_of(std::string_view id) {
  return id.substr(0, id.find('/'));
}

int Catalog::index_of(std::string_view id) const {
  for (std::size_t i = 0; i < checks.size(); ++i)
    if (checks[i].id == id) return static_cast<int>(i);
  return -1;
}

bool Catalog::is_group(std::string_view name) const {
  return rank_of(name) < kGroups.size() || std::ranges::find(groups, name) != groups.end();
}

std::vector<std::string_view> Catalog::names() const {
  std::vector<std::string_view> names = groups;
  for (const CheckInfo& check : checks) names.push_back(check.id);
  return names;
}

Catalog catalog_of(const Knowledge& knowledge) {
  Catalog catalog;
  for (const BankCheck* check : bank_checks()) catalog.checks.push_back(check->info);
  for (const RunCheck* check : run_checks()) catalog.checks.push_back(check->info);
  for (const CheckInfo& check : own_checks()) catalog.checks.push_back(check);
  for (const Rule& rule : knowledge.rules())
    if (catalog.index_of(rule.id) < 0) catalog.checks.push_back(info_of(rule));
  std::ranges::sort(catalog.checks, told_before);
  for (const CheckInfo& check : catalog.checks)
    if (catalog.groups.empty() || catalog.groups.back() != group_of(check.id))
      catalog.groups.push_back(group_of(check.id));
  return catalog;
}

}  // namespace quizlint
