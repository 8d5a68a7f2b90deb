#pragma once

#include "formats/records/value.h"

namespace quizlint::records {

/// A field over the records of a set.
struct Column {
  std::string path;            ///< as value_at reads it
  std::vector<ValueId> cells;  ///< one a record, kNone where it has none
  bool inherited = false;      ///< a field of what encloses the records
};

/// Records of like shape that lie at one place of a document, with their fields.
struct Table {
  const Document* document = nullptr;
  std::string path;  ///< "data.paragraphs.qas"; `*` is any name, "" the roots, `[]` behind it lists and texts in a list
  bool named = true;             ///< its fields have names
  bool turns = false;            ///< what one side of conversations says; the other side answers
  std::vector<ValueId> all;      ///< every record, in the order of the file
  std::vector<ValueId> records;  ///< a sample of them: what the columns hold
  std::vector<Column> columns;

  const Column* column(std::string_view name) const;
};

/// How many records inference looks at.
inline constexpr std::size_t kSample = 4000;

/// Every place of a linked document where records may lie: objects; lists and texts in a list. Columns are filled by
/// fill_columns.
std::vector<Table> tables_of(const Document& document);
void fill_columns(Table& table);

/// The value that a path names in a record, or kNone: "answer.text" goes inwards, "2" is the second item of a list, "."
/// the record itself, "{}" its name where that is a question, "answers[]" what has its place in a list beside the one
/// that it is in, ">text" the "text" of what follows it in its list.
ValueId value_at(const Document& document, ValueId record, std::string_view path);

}  // namespace quizlint::records
