#pragma once

#include <string>

#include "formats/records/map.h"
#include "formats/records/value.h"

namespace quizlint::records {

/// A path of a map. Most are the name of a member, which need not be looked up in each record again.
struct Field {
  Field(const Document& document, const std::string& field);

  std::string path;
  NameId name;
  bool is_name;
};

/// The fields of a map that records have once.
struct Fields {
  Fields(const Document& document, const RecordMap& map);

  Field stem, context, key, answer, explanation, category, id, language, unanswerable;
};

/// A field of a record, kNone where it has none; with `outer` also of what encloses the record.
ValueId find(const Document& document, ValueId record, const Field& field, bool outer = false);

}  // namespace quizlint::records
