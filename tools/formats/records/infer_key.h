#pragma once

#include "formats/records/infer.h"

namespace quizlint::records {

/// How well a key fits the choices of the records.
struct KeyFit {
  std::string key;
  KeyAs as = KeyAs::none;
  double fit = 0;       ///< share of the filled keys that name a choice
  double coverage = 0;  ///< share of the records with choices that have a key
  double score = 0;
  bool moves = false;  ///< it does not always name the choice in the same place
  std::vector<Doubt> doubts;
};

/// The choices of a table as one map reads them, decoded once for all keys that are tried.
struct ChoiceSample {
  std::vector<ValueId> records;                 ///< those with two choices or more
  std::vector<std::vector<std::string>> texts;  ///< of each of them
  std::vector<std::vector<std::string>> labels;
  double coverage = 0;  ///< share of all records
  double single = 0;    ///< share of all records that have exactly one
  double mean = 0;      ///< choices a record, of the records that have any
  bool even = false;    ///< nearly all have the same number of choices
  double marked = 0;    ///< share of the records whose choices say themselves which one is right
};
ChoiceSample sample_choices(const Table& table, const RecordMap& map);

/// The best key for these choices, which are surely some where `sure_choices`, with the reading that fits best; `key`
/// is "" where none fits.
KeyFit best_key(const Table& table, const RecordMap& map, const RecordMap& given, const ChoiceSample& sample,
                bool sure_choices);

}  // namespace quizlint::records
