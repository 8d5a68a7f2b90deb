#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "bank/bank.h"

namespace quizlint::records {

/// How a key names the right choice.
enum class KeyAs : std::uint8_t {
  none,
  text,    ///< by its text
  letter,  ///< by its letter: the first is A
  label,   ///< by its own label, or by the name of its field
  index0,  ///< by its place, counted from 0
  index1,  ///< by its place, counted from 1
  marks,   ///< by a yes or no for each choice, in a list or an object beside them
};
std::string_view name_of(KeyAs as);

/// Which field of a record is what. Empty paths are fields that the records do not have.
struct RecordMap {
  std::string records;  ///< where the records lie: "data.paragraphs.qas"; "" for the roots
  std::string stem;
  std::string context;
  std::vector<std::string> choices;    ///< one list, object or text, or a field a choice
  std::vector<std::string> marks;      ///< a field a choice that says whether it is right
  std::vector<std::string> incorrect;  ///< the wrong choices, where `key` holds the right one
  bool choices_in_stem = false;
  std::string key;
  KeyAs key_as = KeyAs::none;
  std::string answer;
  std::string explanation;
  std::string category;
  std::string id;
  std::string language;
  std::string unanswerable;
};

/// The parts that a map may name, and the ways in which `key_as` may say that a key names a choice.
std::vector<std::string_view> names_of_parts();
std::vector<std::string_view> names_of_key_as();

/// As `parse` prints it and `map:` of the configuration writes it; several fields are joined by commas.
FieldMap field_map_of(const RecordMap& map);
/// The other way. Names of parts that there are not are put into `unknown`.
RecordMap record_map_of(const FieldMap& fields, std::vector<std::string>& unknown);

}  // namespace quizlint::records
