#include "formats/records/fields.h"

#include "formats/records/table.h"

namespace quizlint::records {
namespace {

ValueId find_in(const Document& document, ValueId record, const Field& field) {
  const bool by_name = field.is_name && document.values[record].kind == ValueKind::object;
  return by_name ? member(document, record, field.name) : value_at(document, record, field.path);
}

}  // namespace

Field::Field(const Document& document, const std::string& field)
    : path(field), name(document.names.find(field)), is_name(field.find_first_of(".[{>") == std::string::npos) {}

Fields::Fields(const Document& document, const RecordMap& map)
    : stem(document, map.stem),
      context(document, map.context),
      key(document, map.key),
      answer(document, map.answer),
      explanation(document, map.explanation),
      category(document, map.category),
      id(document, map.id),
      language(document, map.language),
      unanswerable(document, map.unanswerable) {}

ValueId find(const Document& document, ValueId record, const Field& field, bool outer) {
  if (field.path.empty()) return kNone;
  for (ValueId at = record; at != kNone; at = outer ? document.parents[at] : kNone) {
    const ValueId found = find_in(document, at, field);
    if (found != kNone) return found;
  }
  return kNone;
}

}  // namespace quizlint::records
