#include "formats/records/assemble_records.h"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "formats/bank_language.h"
#include "formats/no_bank.h"
#include "formats/records/choices.h"
#include "formats/records/infer_key.h"
#include "formats/records/table.h"

namespace quizlint::records {
namespace {

/// Choices that mark themselves: where more records than this have several right ones, several are allowed.
constexpr double kSeveralAllowed = 0.05;

FieldMap fields_without_place(RecordMap map) {
  map.records.clear();
  return field_map_of(map);
}

bool allows_several(const Table& table, const RecordMap& map) {
  if (!map.key.empty()) return false;
  std::size_t several = 0;
  for (const ValueId record : table.records) {
    const std::vector<ChoicePart> choices = choices_of(*table.document, record, map);
    several +=
        std::ranges::count_if(choices, [](const ChoicePart& choice) { return choice.marked.value_or(false); }) > 1;
  }
  return static_cast<double>(several) > kSeveralAllowed * static_cast<double>(table.records.size());
}

double weight_of(const Inference& inference, const Table& table) {
  return inference.confidence + 0.2 * std::log10(static_cast<double>(table.all.size()));
}

}  // namespace

std::optional<Understanding> understand(const Document& document, std::string_view layout, const RecordMap& given) {
  std::vector<Table> tables = tables_of(document);
  std::vector<std::pair<const Table*, Inference>> found;
  for (Table& table : tables) {
    if (!given.records.empty() && table.path != given.records) continue;
    fill_columns(table);
    if (auto inference = infer(table, given)) found.emplace_back(&table, std::move(*inference));
  }
  const auto best = std::ranges::max_element(found, {}, [](const auto& it) { return weight_of(it.second, *it.first); });
  if (best == found.end()) return std::nullopt;
  Understanding understood;
  understood.reading = {layout, best->second.map, best->second.answers, allows_several(*best->first, best->second.map)};
  understood.doubts = best->second.doubts;
  understood.confidence = best->second.confidence;
  for (const auto& [table, inference] : found)
    if (fields_without_place(inference.map) == fields_without_place(best->second.map))
      understood.paths.push_back(table->path);
  return understood;
}

std::vector<ValueId> records_of(const Document& document, const Understanding& understood) {
  std::vector<ValueId> records;
  for (const Table& table : tables_of(document))
    if (std::ranges::find(understood.paths, table.path) != understood.paths.end())
      records.insert(records.end(), table.all.begin(), table.all.end());
  std::ranges::sort(records);
  return records;
}

void add_faults(Bank& bank, const std::vector<Fault>& faults) {
  bank.faults.insert(bank.faults.end(), faults.begin(), faults.end());
  std::ranges::stable_sort(bank.faults, {}, &Fault::span);
}

void add_doubts(std::vector<Fault>& to, const Document& document, const std::vector<Doubt>& doubts) {
  for (const Doubt& doubt : doubts) {
    const Span at = doubt.at == kNone ? Span{} : document.values[doubt.at].span;
    to.push_back({"structure/malformed", at, doubt.message});
  }
}

void add_unmet(std::vector<Fault>& to, const RecordMap& given) {
  if (given.stem.empty()) return;
  to.push_back(
      {"structure/malformed",
       {},
       fmt::format("`map` of the configuration calls the stem '{}', but no record has such a field", given.stem)});
}

RecordMap settled_map(const ReadOptions& options, std::vector<Fault>& faults) {
  std::vector<std::string> unknown;
  RecordMap map = record_map_of(options.map, unknown);
  for (const std::string& part : unknown)
    faults.push_back({"structure/malformed", {}, fmt::format("`map` of the configuration has no part '{}'", part)});
  return map;
}

Bank bank_of(std::string_view path, const Document& document, Span span, const Understanding& understood) {
  Bank bank = build_bank(path, document, records_of(document, understood), span, understood.reading);
  bank.confidence = understood.confidence;
  bank.map = field_map_of(understood.reading.map);
  settle_language(bank);
  return bank;
}

Bank bank_of(std::string_view path, Document& document, std::string_view layout, const ReadOptions& options,
             std::size_t tolerable) {
  link(document);
  std::vector<Fault> map_faults;
  const RecordMap given = settled_map(options, map_faults);
  const auto understood = understand(document, layout, given);
  if (!understood) {
    Bank bank = no_bank(path, document.bytes);
    add_unmet(map_faults, given);
    add_faults(bank, map_faults);
    if (document.faults.size() > tolerable) add_faults(bank, document.faults);
    return bank;
  }
  Bank bank = bank_of(path, document, {0, static_cast<Offset>(document.bytes.size())}, *understood);
  add_doubts(map_faults, document, understood->doubts);
  add_faults(bank, document.faults);
  add_faults(bank, map_faults);
  return bank;
}

}  // namespace quizlint::records
