#include "formats/records/table.h"

#include <algorithm>
#include <map>
#include <memory>

namespace quizlint::records {
namespace {

/// Wide enough for any question set; a dictionary with a name a word is not one.
constexpr std::size_t kMostColumns = 300;
constexpr int kDeepestColumn = 3;

/// A place in a document: the names on the way there.
struct Node {
  std::string path;
  std::vector<ValueId> objects;
  std::vector<std::pair<NameId, std::unique_ptr<Node>>> below;

  Node& at(NameId name, std::string_view shown) {
    for (auto& [id, node] : below)
      if (id == name) return *node;
    below.emplace_back(name, std::make_unique<Node>());
    Node& node = *below.back().second;
    node.path = path + (path.empty() ? "" : ".") + std::string(shown);
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

class Discovery {
 public:
  explicit Discovery(const Document& document) : document_(document) {}

  std::vector<Table> run() {
    for (const ValueId root : document_.roots) visit(root, top_);
    gather(top_);
    return std::move(tables_);
  }

 private:
  void visit(ValueId id, Node& node) {
    const Value& value = document_.values[id];
    if (value.kind == ValueKind::list) {
      for (const ValueId item : children(document_, id))
        if (is_container(document_.values[item].kind)) visit(item, node);
    } else if (value.kind == ValueKind::object) {
      node.objects.push_back(id);
      const bool dictionary = is_dictionary(document_, id);
      for (const ValueId child : children(document_, id)) {
        if (!is_container(document_.values[child].kind)) continue;
        const NameId name = document_.values[child].name;
        visit(child, dictionary ? node.at(kNone, "*") : node.at(name, document_.names[name]));
      }
    }
  }

  void gather(Node& node) {
    if (!node.objects.empty()) {
      Table table;
      table.document = &document_;
      table.path = node.path;
      table.all = std::move(node.objects);
      tables_.push_back(std::move(table));
    }
    for (auto& [name, below] : node.below) gather(*below);
  }

  const Document& document_;
  Node top_;
  std::vector<Table> tables_;
};

class Filler {
 public:
  explicit Filler(Table& table) : table_(table), document_(*table.document) {}

  void run(const std::vector<ValueId>& parents) {
    sample();
    for (record_ = 0; record_ < table_.records.size(); ++record_) {
      add_members(table_.records[record_], "", kDeepestColumn, false);
      for (ValueId up = parents[table_.records[record_]]; up != kNone; up = parents[up])
        if (document_.values[up].kind == ValueKind::object) add_members(up, "", 1, true);
    }
  }

 private:
  void sample() {
    const std::size_t count = std::min(table_.all.size(), kSample);
    for (std::size_t i = 0; i < count; ++i) table_.records.push_back(table_.all[i * table_.all.size() / count]);
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

void fill_columns(Table& table, const std::vector<ValueId>& parents) {
  Filler(table).run(parents);
}

std::vector<ValueId> parents_of(const Document& document) {
  std::vector<ValueId> parents(document.values.size(), kNone);
  for (ValueId id = 0; id < document.values.size(); ++id)
    if (is_container(document.values[id].kind))
      for (const ValueId child : children(document, id)) parents[child] = id;
  return parents;
}

ValueId value_at(const Document& document, ValueId object, std::string_view path) {
  // A name that itself holds a dot goes before a path.
  const ValueId whole = member(document, object, document.names.find(path));
  if (whole != kNone) return whole;
  const std::size_t dot = path.find('.');
  if (dot == std::string_view::npos) return kNone;
  const ValueId outer = member(document, object, document.names.find(path.substr(0, dot)));
  return outer == kNone ? kNone : value_at(document, outer, path.substr(dot + 1));
}

}  // namespace quizlint::records
