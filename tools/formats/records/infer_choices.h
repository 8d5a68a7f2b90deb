#pragma once

#include "formats/records/column_facts.h"
#include "formats/records/infer_key.h"

namespace quizlint::records {

/// Fields that may hold the choices, and how sure it is that they do.
struct ChoiceSource {
  RecordMap map;     ///< with `choices`, `incorrect` and `key` as this source has them
  double score = 0;  ///< 0 where these are no choices
  KeyFit key;
  ChoiceSample sample;
};

/// The best source of choices of these records, whose stem is settled; its score is 0 where there is none.
ChoiceSource best_choices(const Table& table, const std::vector<Facts>& facts, const RecordMap& settled,
                          const RecordMap& given);

}  // namespace quizlint::records
