#include "formats/records/value.h"

#include "formats/records/csv.h"
#include "formats/records/json.h"
#include "formats/wording.h"

namespace quizlint::records {

NameId Names::intern(std::string_view name) {
  if (next_ < names_.size() && names_[next_] == name) return next_++;
  NameId id = find(name);
  if (id == kNone) {
    id = static_cast<NameId>(names_.size());
    names_.emplace_back(name);
    ids_.emplace(names_.back(), id);
  }
  next_ = id + 1;
  return id;
}

NameId Names::find(std::string_view name) const {
  const auto known = ids_.find(name);
  return known == ids_.end() ? kNone : known->second;
}

std::size_t Children::size() const {
  std::size_t count = 0;
  for (ValueId at = of_ + 1; at != document_.values[of_].after; at = document_.values[at].after) ++count;
  return count;
}

namespace {

/// An object whose names read like this is a list of questions with their answers.
constexpr double kAsks = 0.6;
constexpr std::size_t kLeastAsked = 3;
/// Longer lists have their items listed.
constexpr std::uint32_t kLongList = 32;

/// Whether the names of an object are questions.
bool asks(const Document& document, ValueId object) {
  std::size_t count = 0;
  double likeness = 0;
  for (const ValueId child : children(document, object)) {
    const std::string& name = document.names[document.values[child].name];
    ++count;
    if (name.find(' ') != std::string::npos || name.ends_with('?') || name.ends_with("？"))
      likeness += question_likeness(name);
    if (count == kLeastAsked && likeness == 0) return false;
  }
  return count >= kLeastAsked && likeness >= kAsks * static_cast<double>(count);
}

/// The name of a member as a text of its own.
Value value_of_name(const Document& document, const Value& member, ValueId id) {
  Value value;
  value.kind = ValueKind::string;
  value.span = value.inner = member.name_span;
  value.after = id + 1;
  const std::string_view raw = slice(document.bytes, member.name_span);
  const bool quoted = raw.size() >= 2 && raw.front() == raw.back() && (raw[0] == '"' || raw[0] == '\'');
  value.quoting = !quoted ? Quoting::bare : raw[0] == '"' ? Quoting::json : Quoting::yaml;
  if (quoted) value.inner = {value.span.begin + 1, value.span.end - 1};
  return value;
}

void find_asked(Document& document) {
  if (!document.named) return;
  const auto count = static_cast<ValueId>(document.values.size());
  for (ValueId id = 0; id < count; ++id) {
    if (document.values[id].kind != ValueKind::object || !asks(document, id)) continue;
    for (ValueId child = id + 1; child != document.values[id].after; child = document.values[child].after) {
      const auto name = static_cast<ValueId>(document.values.size());
      document.values.push_back(value_of_name(document, document.values[child], name));
      document.asked.emplace(child, name);
    }
  }
}

}  // namespace

void link(Document& document) {
  find_asked(document);
  document.parents.assign(document.values.size(), kNone);
  document.places.assign(document.values.size(), 0);
  for (ValueId id = 0; id < document.values.size(); ++id) {
    if (!is_container(document.values[id].kind)) continue;
    std::uint32_t place = 0;
    for (const ValueId child : children(document, id)) {
      document.parents[child] = id;
      document.places[child] = place++;
    }
    if (place <= kLongList || document.values[id].kind != ValueKind::list) continue;
    std::vector<ValueId>& items = document.items[id];
    for (const ValueId child : children(document, id)) items.push_back(child);
  }
}

bool is_container(ValueKind kind) {
  return kind == ValueKind::list || kind == ValueKind::object;
}

ValueId member(const Document& document, ValueId object, NameId name) {
  ValueId found = kNone;
  if (name == kNone || document.values[object].kind != ValueKind::object) return found;
  for (const ValueId child : children(document, object))
    if (document.values[child].name == name) found = child;
  return found;
}

Text text_of(const Document& document, const Value& value) {
  if (value.kind == ValueKind::null || is_container(value.kind)) return {};
  if (value.text != kNone) return document.texts[value.text];
  switch (value.quoting) {
    case Quoting::json: return decode_json(document.bytes, value.inner);
    case Quoting::csv: return decode_csv(document.bytes, value.inner);
    default: return Text::verbatim(slice(document.bytes, value.inner), value.inner.begin);
  }
}

std::string chars_of(const Document& document, const Value& value) {
  if (value.kind == ValueKind::null || is_container(value.kind)) return {};
  if (value.text != kNone) return document.texts[value.text].chars();
  const std::string_view raw = slice(document.bytes, value.inner);
  switch (value.quoting) {
    case Quoting::json: return json_chars(raw);
    case Quoting::csv: return csv_chars(raw);
    default: return std::string(raw);
  }
}

Text name_text(const Document& document, const Value& value) {
  const std::string_view raw = slice(document.bytes, value.name_span);
  if (raw.size() >= 2 && raw.front() == '"' && raw.back() == '"')
    return decode_json(document.bytes, {value.name_span.begin + 1, value.name_span.end - 1});
  return Text::verbatim(raw, value.name_span.begin);
}

}  // namespace quizlint::records
