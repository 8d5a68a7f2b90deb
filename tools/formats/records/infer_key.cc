#include "formats/records/infer_key.h"

#include <algorithm>
#include <map>
#include <set>

#include <fmt/format.h>

#include "formats/records/choices.h"
#include "formats/records/names.h"
#include "text/utf8.h"

namespace quizlint::records {
namespace {

constexpr KeyAs kReadings[] = {KeyAs::letter, KeyAs::label, KeyAs::text, KeyAs::index0, KeyAs::index1, KeyAs::marks};
constexpr double kLeastFit = 0.6;
constexpr double kAgree = 0.98;

bool by_index(KeyAs as) {
  return as == KeyAs::index0 || as == KeyAs::index1;
}

std::vector<std::string> labels_of(const Document& document, const std::vector<ChoicePart>& choices) {
  std::vector<std::string> labels;
  for (std::size_t i = 0; i < choices.size(); ++i) {
    std::string label = choices[i].label;
    if (label.empty() && label_size(trimmed(chars_of(document, choices[i])), i) > 0)
      label = std::string(1, static_cast<char>('A' + i));
    labels.push_back(std::move(label));
  }
  return labels;
}

/// What one reading makes of one key over all records.
struct Trial {
  KeyAs as = KeyAs::none;
  double filled = 0;
  double fits = 0;
  double all = 0;      ///< it names every choice of so many records: a list of labels, no key
  bool proven = true;  ///< an index that only this way of counting allows was seen
  std::vector<std::vector<std::size_t>> readings;
};

ValueId key_of(const Document& document, ValueId record, const std::string& path, KeyAs as = KeyAs::none) {
  const ValueId id = value_at(document, record, path);
  if (id == kNone || (document.values[id].kind == ValueKind::object && as != KeyAs::marks)) return kNone;
  return id;
}

Trial tried(const Document& document, const ChoiceSample& sample, const std::string& path, KeyAs as) {
  Trial trial{as, 0, 0, 0, !by_index(as), {}};
  for (std::size_t i = 0; i < sample.records.size(); ++i) {
    const ValueId key = key_of(document, sample.records[i], path, as);
    trial.readings.emplace_back();
    if (key == kNone || key_parts(document, key).empty()) continue;
    ++trial.filled;
    const KeyReading reading = read_key(document, key, as, sample.texts[i], sample.labels[i]);
    if (!reading.fits) continue;
    ++trial.fits;
    trial.all += reading.choices.size() == sample.texts[i].size();
    trial.readings.back() = reading.choices;
    if (as == KeyAs::index0 && reading.choices.front() == 0) trial.proven = true;
    if (as == KeyAs::index1 && reading.choices.back() + 1 == sample.texts[i].size()) trial.proven = true;
  }
  return trial;
}

double share(double part, double whole) {
  return whole > 0 ? part / whole : 0;
}

/// Of readings that fit alike: numbers are indexes before they are texts, and what is seen proves a way of counting.
std::vector<Trial> best_trials(const Document& document, const ChoiceSample& sample, const std::string& path,
                               KeyAs given) {
  std::vector<Trial> trials;
  for (const KeyAs as : kReadings) {
    if (given != KeyAs::none && as != given) continue;
    Trial trial = tried(document, sample, path, as);
    if (as != given && 2 * trial.all > trial.fits) continue;
    if (share(trial.fits, trial.filled) >= kLeastFit || as == given) trials.push_back(std::move(trial));
  }
  double best = 0;
  for (const Trial& trial : trials) best = std::max(best, trial.fits);
  std::erase_if(trials, [&](const Trial& trial) { return trial.fits < 0.98 * best; });
  return trials;
}

bool is_number_column(const Table& table, const std::string& path) {
  const Column* column = table.column(path);
  if (column == nullptr) return false;
  std::size_t numbers = 0, filled = 0;
  for (const ValueId id : column->cells) {
    if (id == kNone || table.document->values[id].kind == ValueKind::null) continue;
    ++filled;
    numbers += table.document->values[id].kind == ValueKind::number;
  }
  return 2 * numbers > filled;
}

/// Whether two readings name the same choices, but for a few records that either cannot read.
bool agree(const Trial& a, const Trial& b) {
  std::size_t both = 0, same = 0;
  for (std::size_t i = 0; i < a.readings.size(); ++i) {
    if (a.readings[i].empty() || b.readings[i].empty()) continue;
    ++both;
    same += a.readings[i] == b.readings[i];
  }
  return static_cast<double>(same) >= kAgree * static_cast<double>(both);
}

/// Settles between readings that fit alike; more than one is left only where they differ and nothing speaks for one.
void settle(std::vector<Trial>& trials, bool typed, bool numbers) {
  const auto drop = [&](auto&& unwanted) {
    if (std::ranges::any_of(trials, [&](const Trial& trial) { return !unwanted(trial); }))
      std::erase_if(trials, unwanted);
  };
  drop([](const Trial& trial) { return trial.as != KeyAs::marks; });
  const bool named =
      std::ranges::any_of(trials, [](const Trial& it) { return it.as == KeyAs::letter || it.as == KeyAs::label; });
  if (named) drop([](const Trial& trial) { return by_index(trial.as) || trial.as == KeyAs::text; });
  if (typed && numbers) drop([](const Trial& trial) { return trial.as == KeyAs::text; });
  if (typed && !numbers) drop([](const Trial& trial) { return by_index(trial.as); });
  drop([](const Trial& trial) { return !trial.proven; });
  // What comes to the same thing needs no choice.
  for (std::size_t i = trials.size(); i-- > 1;)
    if (agree(trials[0], trials[i])) trials.erase(trials.begin() + static_cast<std::ptrdiff_t>(i));
}

std::string wording(KeyAs as) {
  switch (as) {
    case KeyAs::index0: return "a place counted from 0";
    case KeyAs::index1: return "a place counted from 1";
    case KeyAs::letter: return "a letter";
    case KeyAs::label: return "a label";
    case KeyAs::marks: return "a yes or no for each choice";
    default: return "the text of a choice";
  }
}

Doubt doubt_between(const Table& table, const std::string& path, const Trial& a, const Trial& b) {
  Doubt doubt;
  for (const ValueId record : table.records) {
    doubt.at = key_of(*table.document, record, path);
    if (doubt.at != kNone && table.document->values[doubt.at].kind != ValueKind::null) break;
  }
  doubt.message = fmt::format(
      "'{0}' can be read as {1} or as {2}, and both fit every question; say which under `overrides` in .quizlint.yaml: "
      "`map: {{key: {0}, key_as: {3}}}` or `key_as: {4}`",
      path, wording(a.as), wording(b.as), name_of(a.as), name_of(b.as));
  return doubt;
}

bool moves(const Trial& trial) {
  std::set<std::vector<std::size_t>> places(trial.readings.begin(), trial.readings.end());
  places.erase(std::vector<std::size_t>{});
  return places.size() > 1;
}

/// A small number that means something else, such as a level, fits choices by chance; its name must speak for it.
double score_of(const Trial& trial, double coverage, double name, bool is_only_number) {
  const double fit = share(trial.fits, trial.filled) * (0.3 + 0.7 * coverage);
  if (by_index(trial.as) && name < 0.4 && !is_only_number) return 0;
  if (name == 0 && fit < 0.9) return 0;
  const double reading = trial.as == KeyAs::letter ? 0.05 : trial.as == KeyAs::label ? 0.04 : 0;
  return 0.6 * fit + 0.4 * name + reading;
}

bool may_be_key(const Column& column, const RecordMap& map) {
  if (column.path == map.stem || std::ranges::find(map.choices, column.path) != map.choices.end()) return false;
  for (const std::string& choice : map.choices)
    if (column.path.starts_with(choice + ".")) return false;
  if (name_fit(column.path, Role::id) >= 0.8) return false;
  return name_fit(column.path, Role::category) < 0.7 && !column.inherited;
}

std::size_t count_numbers(const Table& table, const RecordMap& map) {
  std::size_t count = 0;
  for (const Column& column : table.columns) count += may_be_key(column, map) && is_number_column(table, column.path);
  return count;
}

bool is_even(const ChoiceSample& sample) {
  std::map<std::size_t, std::size_t> counts;
  std::size_t most = 0;
  for (const auto& texts : sample.texts) most = std::max(most, ++counts[texts.size()]);
  return static_cast<double>(most) >= 0.8 * static_cast<double>(sample.texts.size());
}

}  // namespace

ChoiceSample sample_choices(const Table& table, const RecordMap& map) {
  const Document& document = *table.document;
  ChoiceSample sample;
  double any = 0, total = 0;
  for (const ValueId record : table.records) {
    std::vector<ChoicePart> choices = choices_of(document, record, map);
    if (map.choices_in_stem) {
      const ValueId stem = value_at(document, record, map.stem);
      const std::string text = stem == kNone ? "" : chars_of(document, document.values[stem]);
      choices = choices_inside(text).choices;
      for (ChoicePart& choice : choices) choice.value = stem;
    }
    any += !choices.empty();
    total += static_cast<double>(choices.size());
    sample.single += choices.size() == 1;
    if (choices.size() < 2) continue;
    sample.records.push_back(record);
    sample.labels.push_back(labels_of(document, choices));
    sample.texts.emplace_back();
    for (const ChoicePart& choice : choices) sample.texts.back().push_back(chars_of(document, choice));
    sample.marked +=
        std::ranges::any_of(choices, [](const ChoicePart& choice) { return choice.marked.value_or(false); });
  }
  sample.even = is_even(sample);
  const auto count = static_cast<double>(table.records.size());
  sample.mean = share(total, any);
  sample.marked = share(sample.marked, static_cast<double>(sample.records.size()));
  sample.coverage = share(static_cast<double>(sample.records.size()), count);
  sample.single = share(sample.single, count);
  return sample;
}

KeyFit best_key(const Table& table, const RecordMap& map, const RecordMap& given, const ChoiceSample& sample,
                bool sure_choices) {
  KeyFit best;
  const std::size_t numbers = count_numbers(table, map);
  sure_choices = sure_choices || map.choices.size() > 1;
  for (const Column& column : table.columns) {
    if (given.key.empty() ? !may_be_key(column, map) : column.path != given.key) continue;
    const bool is_number = is_number_column(table, column.path);
    std::vector<Trial> trials = best_trials(*table.document, sample, column.path, given.key_as);
    if (trials.empty()) continue;
    settle(trials, table.document->typed, is_number);
    const Trial& trial = trials.front();
    const double coverage = share(trial.filled, static_cast<double>(sample.records.size()));
    const double score =
        score_of(trial, coverage, name_fit(column.path, Role::key), numbers == 1 && is_number && sure_choices);
    if (score <= best.score && given.key.empty()) continue;
    best = {column.path, trial.as, share(trial.fits, trial.filled), coverage, score, moves(trial), {}};
    if (trials.size() < 2) continue;
    best.as = KeyAs::none;
    best.doubts.push_back(doubt_between(table, column.path, trials[0], trials[1]));
  }
  return best;
}

}  // namespace quizlint::records
