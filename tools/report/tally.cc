#include "report/tally.h"

#include <algorithm>
#include <map>
#include <utility>
#include <vector>

#include <fmt/format.h>

namespace quizlint {
namespace {

bool has_safe_fix(const Finding& finding) {
  return std::ranges::any_of(finding.fixes, [](const Fix& fix) { return fix.safety == Safety::safe; });
}

}  // namespace

Tally tally_of(const Outcome& outcome) {
  Tally tally;
  tally.banks = outcome.banks.size();
  for (const BankSummary& bank : outcome.banks) {
    tally.questions += bank.questions;
    tally.answered += bank.answered;
  }
  for (const Finding& finding : outcome.findings) {
    ++tally.by_severity[static_cast<std::size_t>(finding.severity)];
    tally.fixable += has_safe_fix(finding);
  }
  return tally;
}

std::string counted(std::size_t count, std::string_view one, std::string_view many) {
  if (count == 1) return fmt::format("1 {}", one);
  return many.empty() ? fmt::format("{} {}s", count, one) : fmt::format("{} {}", count, many);
}

std::string statistics(const Outcome& outcome) {
  using Key = std::pair<std::string_view, Severity>;
  using Row = std::pair<Key, std::size_t>;
  std::map<Key, std::size_t> counts;
  for (const Finding& finding : outcome.findings) ++counts[{finding.check, finding.severity}];
  std::vector<Row> rows(counts.begin(), counts.end());
  std::ranges::stable_sort(rows, std::greater(), &Row::second);
  std::string out;
  for (const auto& [key, count] : rows) out += fmt::format("{:>6}  {:<7}  {}\n", count, name_of(key.second), key.first);
  KeyFigures keys;
  for (const BankSummary& bank : outcome.banks) add(keys, bank.keys);
  return out + described(keys);
}

}  // namespace quizlint
