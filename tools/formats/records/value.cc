#include "formats/records/value.h"

#include "formats/records/csv.h"
#include "formats/records/json.h"

namespace quizlint::records {

NameId Names::intern(std::string_view name) {
  const auto known = ids_.find(name);
  if (known != ids_.end()) return known->second;
  const auto id = static_cast<NameId>(names_.size());
  names_.emplace_back(name);
  ids_.emplace(names_.back(), id);
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

void link(Document& document) {
  document.parents.assign(document.values.size(), kNone);
  document.places.assign(document.values.size(), 0);
  for (ValueId id = 0; id < document.values.size(); ++id) {
    if (!is_container(document.values[id].kind)) continue;
    std::uint32_t place = 0;
    for (const ValueId child : children(document, id)) {
      document.parents[child] = id;
      document.places[child] = place++;
    }
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
