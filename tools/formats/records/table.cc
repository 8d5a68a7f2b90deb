#include "formats/records/table.h"

#include <algorithm>
#include <charconv>
#include <map>
#include <memory>

#include "formats/records/names.h"
#include "text/utf8.h"

namespace quizlint::records {
namespace {

/// Wide enough for any question set; a dictionary with a name a word is not one.
constexpr std::size_t kMostColumns = 300;
constexpr int kDeepestColumn = 3;

/// A list of texts by such a name holds questions.
constexpr double kQuestionList = 0.8;

/// A place in a document: the names on the way there.
struct Node {
  std::string path;
  bool holds_texts = false;  ///< its name says that texts in a list are questions
  std::vector<ValueId> objects;
  std::vector<ValueId> rows;
  std::vector<ValueId> texts;
  std::vector<ValueId> asked;  ///< answers whose names are questions
  std::vector<ValueId> turns;  ///< of conversations, those that are answered
  std::vector<std::pair<NameId, std::unique_ptr<Node>>> below;

  Node& at(NameId name, std::string_view shown) {
    for (auto& [id, node] : below)
      if (id == name) return *node;
    below.emplace_back(name, std::make_unique<Node>());
    Node& node = *below.back().second;
    node.path = path.empty() ? std::string() : path + ".";
    node.path += shown;
    node.holds_texts = name_fit(shown, Role::stem) >= kQuestionList;
    return node;
  }
};

std::vector<NameId> shape_of(const Document& document, ValueId value) {
  if (document.values[value].kind == ValueKind::list) {
    const Children items = children(document, value);
    if (!(items.begin() != items.end())) return {};
    value = *items.begin();
  }
  std::vector<NameId> names;
  if (document.values[value].kind == ValueKind::object)
    for (const ValueId child : children(document, value)) names.push_back(document.values[child].name);
  return names;
}

bool alike(const std::vector<NameId>& a, const std::vector<NameId>& b) {
  std::size_t common = 0;
  for (const NameId name : a) common += std::ranges::find(b, name) != b.end();
  return common > 0 && 2 * common >= std::min(a.size(), b.size());
}

/// Whether an object is a dictionary: its names are data, and what they name has one shape.
bool is_dictionary(const Document& document, ValueId object) {
  std::vector<NameId> shape;
  std::size_t count = 0;
  ValueKind kind = ValueKind::null;
  for (const ValueId child : children(document, object)) {
    const Value& value = document.values[child];
    if (!is_container(value.kind) || (count > 0 && value.kind != kind)) return false;
    kind = value.kind;
    const std::vector<NameId> mine = shape_of(document, child);
    if (mine.empty() || (!shape.empty() && !alike(shape, mine))) return false;
    if (shape.empty()) shape = mine;
    ++count;
  }
  return count >= 2;
}

bool is_row(const Document& document, ValueId list) {
  const Children items = children(document, list);
  return items.begin() != items.end() && !is_container(document.values[*items.begin()].kind) && items.size() >= 2;
}

/// Who speaks in a turn of a conversation, as chat programs and their training sets call them.
enum class Side : std::uint8_t { none, asks, answers, other };

Side side_of(std::string_view name) {
  static constexpr std::string_view kAsks[] = {"user",    "human",    "prompter", "question",
                                               "student", "customer", "usuario"};
  static constexpr std::string_view kAnswers[] = {"assistant", "gpt",   "bot",   "model", "chatgpt", "ai",
                                                  "teacher",   "agent", "tutor", "bard",  "claude",  "answer"};
  static constexpr std::string_view kOther[] = {"system", "tool", "function", "context", "developer", "observation"};
  if (std::ranges::find(kAsks, name) != std::end(kAsks)) return Side::asks;
  if (std::ranges::find(kAnswers, name) != std::end(kAnswers)) return Side::answers;
  return std::ranges::find(kOther, name) != std::end(kOther) ? Side::other : Side::none;
}

Side side_of(const Document& document, ValueId turn) {
  if (document.values[turn].kind != ValueKind::object) return Side::none;
  Side side = Side::none;
  std::size_t texts = 0;
  for (const ValueId child : children(document, turn)) {
    const Value& value = document.values[child];
    if (value.kind != ValueKind::string) continue;
    const Side named = value.inner.size() <= 12 ? side_of(ascii_lower(chars_of(document, value))) : Side::none;
    named != Side::none&& side == Side::none ? void(side = named) : void(++texts);
  }
  return texts > 0 ? side : Side::none;
}

/// The turns that ask and are answered by the next, if a list is a conversation: all of its turns say whose they are.
std::vector<ValueId> turns_of(const Document& document, ValueId list) {
  std::vector<ValueId> turns;
  ValueId last = kNone;
  for (const ValueId item : children(document, list)) {
    const Side side = side_of(document, item);
    if (side == Side::none) return {};
    if (side == Side::answers && last != kNone) turns.push_back(last);
    last = side == Side::asks ? item : kNone;
  }
  return turns;
}

class Discovery {
 public:
  explicit Discovery(const Document& document) : document_(document) { top_.holds_texts = true; }

  std::vector<Table> run() {
    for (const ValueId root : document_.roots) {
      const bool row =
          document_.roots.size() > 1 && document_.values[root].kind == ValueKind::list && is_row(document_, root);
      row ? top_.rows.push_back(root) : visit(root, top_);
    }
    gather(top_);
    return std::move(tables_);
  }

 private:
  void visit(ValueId id, Node& node) {
    const ValueKind kind = document_.values[id].kind;
    if (kind == ValueKind::list) visit_list(id, node);
    if (kind == ValueKind::object) visit_object(id, node);
  }

  void visit_list(ValueId id, Node& node) {
    const std::vector<ValueId> turns = turns_of(document_, id);
    if (!turns.empty()) {
      node.turns.insert(node.turns.end(), turns.begin(), turns.end());
      return;
    }
    for (const ValueId item : children(document_, id)) {
      const ValueKind kind = document_.values[item].kind;
      if (kind == ValueKind::list && is_row(document_, item)) {
        node.rows.push_back(item);
      } else if (is_container(kind)) {
        visit(item, node);
      } else if (kind == ValueKind::string && node.holds_texts) {
        node.texts.push_back(item);
      }
    }
  }

  void visit_object(ValueId id, Node& node) {
    node.objects.push_back(id);
    const bool dictionary = is_dictionary(document_, id);
    for (const ValueId child : children(document_, id)) {
      const bool asked = document_.asked.contains(child);
      if (asked && document_.values[child].kind != ValueKind::object) node.asked.push_back(child);
      if (!is_container(document_.values[child].kind)) continue;
      const NameId name = document_.values[child].name;
      visit(child, dictionary || asked ? node.at(kNone, "*") : node.at(name, document_.names[name]));
    }
  }

  void gather(Node& node) {
    add_table(node.path, std::move(node.objects), document_.named);
    add_table(node.path + "[]", std::move(node.texts), true);
    add_table(node.path + "[]", std::move(node.rows), false);
    add_table(node.path + "{}", std::move(node.asked), true);
    if (add_table(node.path + "[]", std::move(node.turns), true)) tables_.back().turns = true;
    for (auto& [name, below] : node.below) gather(*below);
  }

  bool add_table(std::string path, std::vector<ValueId> records, bool named) {
    if (records.empty()) return false;
    Table table;
    table.document = &document_;
    table.path = std::move(path);
    table.named = named;
    table.all = std::move(records);
    tables_.push_back(std::move(table));
    return true;
  }

  const Document& document_;
  Node top_;
  std::vector<Table> tables_;
};

class Filler {
 public:
  explicit Filler(Table& table) : table_(table), document_(*table.document) {}

  void run() {
    sample();
    for (record_ = 0; record_ < table_.records.size(); ++record_) {
      const ValueId record = table_.records[record_];
      add_own(record);
      add_side_by_side(record);
      for (ValueId up = document_.parents[record]; up != kNone; up = document_.parents[up])
        if (document_.values[up].kind == ValueKind::object) add_members(up, "", 1, true);
    }
  }

 private:
  void sample() {
    const std::size_t count = std::min(table_.all.size(), kSample);
    for (std::size_t i = 0; i < count; ++i) table_.records.push_back(table_.all[i * table_.all.size() / count]);
  }

  void add_own(ValueId record) {
    const ValueKind kind = document_.values[record].kind;
    const auto asked = document_.asked.find(record);
    if (asked != document_.asked.end()) put("{}", asked->second);
    if (kind == ValueKind::object) add_members(record, "", kDeepestColumn, false);
    if (table_.turns) add_members(document_.values[record].after, ">", 1, false);
    if (kind == ValueKind::object) return;
    if (kind != ValueKind::list || asked != document_.asked.end()) return put(".", record);
    std::size_t place = 0;
    for (const ValueId item : children(document_, record)) put(std::to_string(++place), item);
  }

  /// Lists of one length beside a list of questions hold their answers, their choices.
  void add_side_by_side(ValueId record) {
    const ValueId list = document_.parents[record];
    if (list == kNone || document_.values[list].kind != ValueKind::list) return;
    const NameId name = document_.values[list].name;
    if (name == kNone || name_fit(document_.names[name], Role::stem) < kQuestionList) return;
    if (list != list_) find_lists_beside(list);
    for (const ValueId other : beside_) {
      const std::string path = document_.names[document_.values[other].name] + "[]";
      const ValueId item = value_at(document_, record, path);
      if (item == kNone) continue;
      put(path, item);
      if (document_.values[item].kind == ValueKind::object) add_members(item, path + ".", 1, false);
    }
  }

  void find_lists_beside(ValueId list) {
    list_ = list;
    beside_.clear();
    const std::size_t size = children(document_, list).size();
    for (const ValueId other : children(document_, document_.parents[list]))
      if (other != list && document_.values[other].kind == ValueKind::list && children(document_, other).size() == size)
        beside_.push_back(other);
  }

  void put(const std::string& path, ValueId cell) {
    if (Column* column = column_of(path, false)) column->cells[record_] = cell;
  }

  void add_members(ValueId object, const std::string& before, int depth, bool inherited) {
    for (const ValueId child : children(document_, object)) {
      const Value& value = document_.values[child];
      if (inherited && is_container(value.kind)) continue;
      const std::string path = before + document_.names[value.name];
      Column* column = column_of(path, inherited);
      if (column == nullptr || (inherited && !column->inherited)) continue;
      if (column->cells[record_] == kNone || !inherited) column->cells[record_] = child;
      if (value.kind == ValueKind::object && depth > 1) add_members(child, path + ".", depth - 1, inherited);
    }
  }

  Column* column_of(const std::string& path, bool inherited) {
    const auto known = index_.find(path);
    if (known != index_.end()) return &table_.columns[known->second];
    if (table_.columns.size() >= kMostColumns) return nullptr;
    index_.emplace(path, table_.columns.size());
    table_.columns.push_back({path, std::vector<ValueId>(table_.records.size(), kNone), inherited});
    return &table_.columns.back();
  }

  Table& table_;
  const Document& document_;
  std::map<std::string, std::size_t> index_;
  std::size_t record_ = 0;
  ValueId list_ = kNone;  ///< the list whose neighbours are in beside_
  std::vector<ValueId> beside_;
};

}  // namespace

const Column* Table::column(std::string_view name) const {
  for (const Column& each : columns)
    if (each.path == name) return &each;
  return nullptr;
}

std::vector<Table> tables_of(const Document& document) {
  return Discovery(document).run();
}

void fill_columns(Table& table) {
  Filler(table).run();
}

namespace {

ValueId item_at(const Document& document, ValueId list, std::size_t place) {
  const auto known = document.items.find(list);
  if (known != document.items.end()) return place < known->second.size() ? known->second[place] : kNone;
  for (const ValueId item : children(document, list))
    if (place-- == 0) return item;
  return kNone;
}

/// What has the place of `record` in the list `name` beside its own.
ValueId value_beside(const Document& document, ValueId record, std::string_view name) {
  const ValueId list = document.parents[record];
  const ValueId object = list == kNone ? kNone : document.parents[list];
  if (object == kNone) return kNone;
  const ValueId other = member(document, object, document.names.find(name));
  if (other == kNone || document.values[other].kind != ValueKind::list) return kNone;
  return item_at(document, other, document.places[record]);
}

/// What follows a record in its list.
ValueId value_behind(const Document& document, ValueId record, std::string_view path) {
  const ValueId list = document.parents[record];
  const ValueId next = document.values[record].after;
  return list == kNone || next >= document.values[list].after ? kNone : value_at(document, next, path);
}

ValueId value_in_list(const Document& document, ValueId list, std::string_view path) {
  std::size_t place = 0;
  const auto [end, error] = std::from_chars(path.data(), path.data() + path.size(), place);
  if (error != std::errc() || end != path.data() + path.size() || place == 0) return kNone;
  return item_at(document, list, place - 1);
}

}  // namespace

ValueId value_at(const Document& document, ValueId record, std::string_view path) {
  if (path == ".") return record;
  if (path == "{}") {
    const auto asked = document.asked.find(record);
    return asked == document.asked.end() ? kNone : asked->second;
  }
  if (path.starts_with('>')) return value_behind(document, record, path.substr(1));
  if (document.values[record].kind == ValueKind::list) return value_in_list(document, record, path);
  if (const std::size_t mark = path.find("[]"); mark != std::string_view::npos) {
    const ValueId item = value_beside(document, record, path.substr(0, mark));
    return item == kNone || mark + 2 == path.size() ? item : value_at(document, item, path.substr(mark + 3));
  }
  // A name that itself holds a dot goes before a path.
  const ValueId whole = member(document, record, document.names.find(path));
  if (whole != kNone) return whole;
  const std::size_t dot = path.find('.');
  if (dot == std::string_view::npos) return kNone;
  const ValueId outer = member(document, record, document.names.find(path.substr(0, dot)));
  return outer == kNone ? kNone : value_at(document, outer, path.substr(dot + 1));
}

}  // namespace quizlint::records
