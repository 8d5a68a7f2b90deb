#include "formats/records/infer_choices.h"

#include <algorithm>
#include <map>
#include <set>

#include "formats/records/choices.h"
#include "formats/records/names.h"
#include "text/utf8.h"

namespace quizlint::records {
namespace {

constexpr double kLeastCoverage = 0.2;
constexpr double kLeastScore = 0.45;
/// A name that says "choices" in some way.
constexpr double kSomeName = 0.25;
/// Choices in columns without names.
constexpr std::size_t kLongestRun = 10;
/// Columns in a row whose names say "choices" this clearly are some, with a key or without.
constexpr double kRowName = 0.8;
/// Share of the records in which columns of marks mark one choice.
constexpr double kOneMark = 0.9;
/// What lists are worth that look like choices by their sizes and texts alone.
constexpr double kShapeName = 0.8;
constexpr double kLeastLists = 4;
constexpr double kListsLookedAt = 300;
/// A name that says "choices" so clearly that a key need not prove it; "answers" may be what is right.
constexpr double kSureName = 0.9;

/// A field whose name says that it is one of several: `option_b` is "option_#", 1.
struct Numbered {
  std::string pattern;
  int place = 0;
};

bool is_alnum(char c) {
  return is_ascii_letter(c) || is_ascii_digit(c) || static_cast<unsigned char>(c) >= 0x80;
}

/// The name with the bytes of `cut` replaced by a sign.
std::string with_sign(std::string name, std::size_t begin, std::size_t end, char sign) {
  name.erase(begin, end - begin);
  name.insert(name.begin() + static_cast<std::ptrdiff_t>(begin), sign);
  return name;
}

/// The ways in which a name can be one of a row: by a number in it, by a letter of its own, by its last letter.
std::vector<Numbered> rows_of(const std::string& name) {
  std::vector<Numbered> rows;
  for (std::size_t at = 0; at < name.size(); ++at) {
    const bool starts = at == 0 || !is_alnum(name[at - 1]);
    const bool ends = at + 1 == name.size() || !is_alnum(name[at + 1]);
    if (is_ascii_digit(name[at]) && (at == 0 || !is_ascii_digit(name[at - 1]))) {
      std::size_t end = at;
      while (end < name.size() && is_ascii_digit(name[end])) ++end;
      if (end - at <= 2) rows.push_back({with_sign(name, at, end, '#'), std::stoi(name.substr(at, end - at))});
    } else if (is_ascii_letter(name[at]) && ends && (starts || at + 1 == name.size())) {
      rows.push_back({with_sign(name, at, at + 1, '@'), ascii_lower(name[at]) - 'a'});
    }
  }
  return rows;
}

struct Group {
  std::string pattern;
  std::vector<std::string> fields;
};

/// Fields that count through: from 0, 1 or A on, without a gap.
std::vector<Group> groups_of(const Table& table) {
  std::map<std::string, std::map<int, std::string>> rows;
  for (const Column& column : table.columns) {
    if (column.inherited) continue;
    for (Numbered& row : rows_of(std::string(bare_name(column.path))))
      rows[std::move(row.pattern)].emplace(row.place, column.path);
  }
  std::vector<Group> groups;
  for (const auto& [pattern, places] : rows) {
    Group group{pattern, {}};
    const int first = places.begin()->first;
    if (first > 1) continue;
    for (int place = first; places.contains(place); ++place) group.fields.push_back(places.at(place));
    if (group.fields.size() >= 2) groups.push_back(std::move(group));
  }
  return groups;
}

double fit_of_group(const std::string& pattern) {
  if (pattern == "@" || pattern == "#") return pattern == "@" ? 0.8 : 0.3;
  std::string name = pattern;
  std::erase_if(name, [](char c) { return c == '#' || c == '@'; });
  if (name_fit(name, Role::stem) >= 0.5 || name_fit(name, Role::explanation) >= 0.7 || name_fit(name, Role::id) >= 0.7)
    return 0;
  return std::max(0.2, name_fit(name, Role::choices));
}

/// A key named as the only one, for a source that holds the wrong choices.
std::string right_one(const Table& table, const std::vector<Facts>& facts, const RecordMap& given,
                      const std::vector<std::string>& wrong) {
  if (!given.key.empty()) return given.key;
  std::string best;
  double score = 0.5;
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    const Column& column = table.columns[i];
    if (std::ranges::find(wrong, column.path) != wrong.end() || facts[i].filled < 0.3) continue;
    if (name_fit(column.path, Role::incorrect) >= 0.7) continue;
    const double as_answer = std::max(name_fit(column.path, Role::answer), name_fit(column.path, Role::key));
    // The one that holds a single answer goes before the one that lists all of them.
    const double fit = as_answer * facts[i].filled - 0.1 * facts[i].lists - 0.3 * facts[i].objects -
                       (column.path.ends_with('s') ? 0.05 : 0);
    if (fit > score) score = fit, best = column.path;
  }
  return best;
}

class Search {
 public:
  Search(const Table& table, const std::vector<Facts>& facts, const RecordMap& settled, const RecordMap& given)
      : table_(table), facts_(facts), settled_(settled), given_(given) {}

  ChoiceSource run() {
    if (!given_.choices.empty() || given_.choices_in_stem || !given_.incorrect.empty()) {
      try_given();
      return std::move(best_);
    }
    for (std::size_t i = 0; i < table_.columns.size(); ++i) try_column(table_.columns[i], facts_[i]);
    if (table_.named) {
      groups_ = groups_of(table_);
      for (const Group& group : groups_) try_group(group);
    } else {
      try_runs();
    }
    if (best_.score == 0) try_stem();
    if (best_.score == 0 && table_.named) try_runs();
    return std::move(best_);
  }

 private:
  void try_given() {
    RecordMap map = settled_;
    map.choices = given_.choices;
    map.marks = given_.marks;
    map.incorrect = given_.incorrect;
    map.choices_in_stem = given_.choices_in_stem;
    if (!map.incorrect.empty()) {
      map.key = right_one(table_, facts_, given_, map.incorrect);
      map.key_as = KeyAs::text;
    }
    weigh(std::move(map), 2);
  }

  void try_column(const Column& column, const Facts& facts) {
    if (column.path == settled_.stem || column.inherited || facts.filled == 0) return;
    const double wrong = name_fit(column.path, Role::incorrect);
    if (wrong >= 0.6) return try_parts({column.path}, wrong);
    const double name = name_fit(column.path, Role::choices);
    const bool container = facts.lists + facts.objects >= 0.2 * facts.filled;
    if (!container && (name < 0.75 || facts.strings < 0.5 * facts.filled || facts.words < 3)) return;
    if (name_fit(column.path, Role::category) >= 0.5 || name_fit(column.path, Role::context) >= 0.8) return;
    if (name < kSureName && facts.objects > 0.5 * facts.filled && has_fields_of_its_own(column)) return;
    RecordMap map = settled_;
    map.choices = {column.path};
    weigh(std::move(map), container && facts.lists > 0 ? std::max(name, fit_of_lists(column)) : name, !container);
  }

  /// Lists of as many texts each that hardly ever come again look like choices, whatever they are called; tags do come
  /// again.
  double fit_of_lists(const Column& column) const {
    const Document& document = *table_.document;
    std::map<std::size_t, double> sizes;
    std::set<std::string> distinct;
    double lists = 0, texts = 0;
    for (const ValueId cell : column.cells) {
      if (cell == kNone || document.values[cell].kind != ValueKind::list) continue;
      if (++lists > kListsLookedAt) break;
      std::size_t size = 0;
      for (const ValueId item : children(document, cell)) {
        if (document.values[item].kind != ValueKind::string) return 0;
        distinct.insert(chars_of(document, document.values[item]));
        ++size;
      }
      ++sizes[size];
      texts += static_cast<double>(size);
    }
    const auto most = std::ranges::max_element(sizes, {}, [](const auto& it) { return it.second; });
    if (lists < kLeastLists || most->first < 3 || most->first > kLongestRun || most->second < 0.9 * lists) return 0;
    return static_cast<double>(distinct.size()) >= 0.6 * texts ? kShapeName : 0;
  }

  /// Whether an object says something of one thing, field by field, where choices would have letters or numbers.
  bool has_fields_of_its_own(const Column& column) const {
    const Document& document = *table_.document;
    const auto cell = std::ranges::find_if(column.cells, [&](ValueId id) {
      return id != kNone && document.values[id].kind == ValueKind::object && document.values[id].after > id + 1;
    });
    if (cell == column.cells.end()) return false;
    std::set<std::string> patterns;
    bool texts = false;
    for (const ValueId child : children(document, *cell)) {
      const Value& value = document.values[child];
      if (is_container(value.kind)) return false;
      texts |= value.kind == ValueKind::string;
      const std::string& name = document.names[value.name];
      const std::vector<Numbered> rows = rows_of(name);
      patterns.insert(name.size() <= 2 ? "" : rows.empty() ? name : rows.back().pattern);
    }
    return texts && patterns.size() > 1;
  }

  void try_group(const Group& group) {
    std::string name = group.pattern;
    std::erase_if(name, [](char c) { return c == '#' || c == '@'; });
    if (name_fit(name, Role::incorrect) >= 0.6) return try_parts(group.fields, 1);
    if (std::ranges::find(group.fields, settled_.stem) != group.fields.end()) return;
    RecordMap map = settled_;
    map.choices = group.fields;
    map.marks = marks_beside(group);
    weigh(std::move(map), fit_of_group(group.pattern));
  }

  /// As many columns as there are choices, of which one says yes in each record.
  std::vector<std::string> marks_beside(const Group& choices) const {
    if (choices.pattern.find('.') != std::string::npos) return {};  // objects side by side are a key
    for (const Group& group : groups_) {
      if (group.fields.size() != choices.fields.size() || group.fields == choices.fields) continue;
      std::size_t one = 0;
      for (const ValueId record : table_.records) one += has_one_mark(record, group.fields);
      if (static_cast<double>(one) >= kOneMark * static_cast<double>(table_.records.size())) return group.fields;
    }
    return {};
  }

  bool has_one_mark(ValueId record, const std::vector<std::string>& fields) const {
    std::size_t right = 0;
    for (const std::string& field : fields) {
      const auto mark = mark_of(*table_.document, value_at(*table_.document, record, field));
      if (!mark) return false;
      right += *mark;
    }
    return right == 1;
  }

  /// Without names, any columns side by side may be choices; a key that fits must prove it.
  void try_runs() {
    constexpr std::size_t kWidest = 16;  // wider tables of data without names are no quizzes, and slow to try
    const auto& columns = table_.columns;
    for (std::size_t begin = 0; columns.size() <= kWidest && begin < columns.size(); ++begin) {
      std::vector<std::string> run;
      for (std::size_t end = begin; end < columns.size() && run.size() < kLongestRun; ++end) {
        if (columns[end].path == settled_.stem || facts_[end].filled < 0.2) break;
        run.push_back(columns[end].path);
        if (run.size() < 2) continue;
        RecordMap map = settled_;
        map.choices = run;
        // Names that say nothing leave it to a key that repeats the text of one of them.
        const double name = table_.named ? 0.2 : 0.5;
        if (!table_.named && run.size() >= 2) {
          weigh(std::move(map), name + 0.02 * static_cast<double>(run.size()), true);
        } else if (run.size() >= 3) {
          weigh(std::move(map), name + 0.004 * static_cast<double>(run.size()), true, KeyAs::text);
        }
      }
    }
  }

  void try_parts(std::vector<std::string> wrong, double name) {
    RecordMap map = settled_;
    map.key = right_one(table_, facts_, given_, wrong);
    if (map.key.empty()) return;
    map.key_as = KeyAs::text;
    map.incorrect = std::move(wrong);
    weigh(std::move(map), name);
  }

  void try_stem() {
    RecordMap map = settled_;
    map.choices_in_stem = true;
    weigh(std::move(map), 0.5, true);
  }

  /// `inside`: the choices are cut out of a text, and only a key that fits proves that they are any.
  void weigh(RecordMap map, double name, bool inside = false, KeyAs only = KeyAs::none) {
    ChoiceSource source;
    source.sample = sample_choices(table_, map);
    if (name < 2 && source.sample.coverage < kLeastCoverage) return;
    // One answer a question is an answer, not a choice.
    if (name < 2 && source.sample.single > source.sample.coverage) return;
    source.score = 0.5 * std::min(name, 1.0) + 0.1 * source.sample.coverage;
    if (!map.incorrect.empty()) {
      source.score += 0.4;
    } else if (source.sample.marked > 0.5) {
      // Choices that say themselves which one is right need no name.
      if (source.sample.marked > 0.9) source.score += 0.5 * (std::max(name, kSureName) - std::min(name, 1.0));
      source.score += 0.5;
    } else {
      source.key = best_key(table_, map, given_, source.sample, name >= kShapeName);
      source.score += 0.4 * source.key.score;
      if (only != KeyAs::none && source.key.as != only) return;
      if (inside && source.key.fit * source.key.coverage < 0.5 && name < 2) return;
      if (source.key.key.empty() && !needs_no_key(map, name)) return;
      if (source.key.as == KeyAs::text && name < kSomeName) {
        // A list that holds the answer may hold its other spellings; choices come in equal numbers, and the key moves.
        if (!source.sample.even || !source.key.moves || source.key.fit < 0.95) return;
        source.score += 0.2;
      }
      map.key = source.key.key.empty() ? key_by_name(map) : source.key.key;
      map.key_as = source.key.as;
    }
    if (name < 2 && source.score < kLeastScore) return;
    source.map = std::move(map);
    if (source.score > best_.score) best_ = std::move(source);
  }

  /// Sheets that are handed out have no key: names that say "choices" clearly, or a row of columns that does.
  static bool needs_no_key(const RecordMap& map, double name) {
    const bool is_row = map.choices.size() >= 2 && name >= kRowName;
    const bool of_letters = is_row && map.choices.front().size() == 1;
    return name >= kSureName || (is_row && (!of_letters || map.choices.size() >= 3));
  }

  /// A field that is called the key, although it names none of the choices.
  std::string key_by_name(const RecordMap& map) const {
    std::string best;
    double score = kSureName;
    for (std::size_t i = 0; i < table_.columns.size(); ++i) {
      const Column& column = table_.columns[i];
      if (column.inherited || column.path == map.stem || facts_[i].filled < 0.5 || facts_[i].objects > 0) continue;
      if (std::ranges::find(map.choices, column.path) != map.choices.end()) continue;
      const double name = name_fit(column.path, Role::key);
      if (name >= score) score = name, best = column.path;
    }
    return best;
  }

  const Table& table_;
  const std::vector<Facts>& facts_;
  const RecordMap& settled_;
  const RecordMap& given_;
  std::vector<Group> groups_;
  ChoiceSource best_;
};

}  // namespace

ChoiceSource best_choices(const Table& table, const std::vector<Facts>& facts, const RecordMap& settled,
                          const RecordMap& given) {
  return Search(table, facts, settled, given).run();
}

}  // namespace quizlint::records
