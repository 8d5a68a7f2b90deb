#pragma once

#include "formats/records/value.h"

namespace quizlint::records {

/// A field over the records of a set.
struct Column {
  std::string path;            ///< dotted, from the record inwards: "other.solution"
  std::vector<ValueId> cells;  ///< one a record, kNone where it has none
  bool inherited = false;      ///< a field of what encloses the records
};

/// Records of like shape that lie at one place of a document, with their fields.
struct Table {
  const Document* document = nullptr;
  std::string path;              ///< "data.paragraphs.qas"; `*` is any name; "" for the roots
  std::vector<ValueId> all;      ///< every record, in the order of the file
  std::vector<ValueId> records;  ///< a sample of them: what the columns hold
  std::vector<Column> columns;

  const Column* column(std::string_view name) const;
};

/// How many records inference looks at.
inline constexpr std::size_t kSample = 4000;

/// Every place of a document where objects lie, outer ones first. Columns are filled for those with `fill`.
std::vector<Table> tables_of(const Document& document);
void fill_columns(Table& table, const std::vector<ValueId>& parents);

/// The object or list right around each value, kNone for a root.
std::vector<ValueId> parents_of(const Document& document);

/// The value that a dotted path names in an object, or kNone.
ValueId value_at(const Document& document, ValueId object, std::string_view path);

}  // namespace quizlint::records
