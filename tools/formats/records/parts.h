#pragma once

#include <vector>

#include "formats/records/choices.h"
#include "formats/records/fields.h"

namespace quizlint::records {

/// What of a record is read, as values.
struct Parts {
  ValueId record = kNone;
  ValueId stem = kNone;
  std::vector<ValueId> contexts;
  ValueId key = kNone;
  std::vector<ValueId> answers;
  std::vector<ValueId> explanations;
  std::vector<ChoicePart> choices;
};

/// What is read of the records by a map. Records that are damaged, that lost a bracket or have no stem are left out,
/// and the latter two reported.
std::vector<Parts> parts_of(const Document& document, const std::vector<ValueId>& records, const RecordMap& map,
                            const Fields& fields, std::vector<Fault>& faults);

/// Appends the values that a question's text is made of.
void append_values(std::vector<ValueId>& to, const Parts& parts);

/// Whether there is something in a value.
bool is_filled(const Document& document, ValueId id);

}  // namespace quizlint::records
