#pragma once

#include <optional>

#include "formats/records/map.h"
#include "formats/records/table.h"

namespace quizlint::records {

/// Two readings of a field that fit equally well, and how to choose between them.
struct Doubt {
  ValueId at = kNone;  ///< the first value that can be read both ways
  std::string message;
};

struct Inference {
  RecordMap map;
  std::vector<Doubt> doubts;
  bool answers = true;    ///< there is a field for an answer, filled or not
  double confidence = 0;  ///< how sure it is that these records are questions, from 0 to 1
};

/// Finds out which field is what from names and contents. What `given` settles is taken as it is. Nothing where the
/// records are no questions.
std::optional<Inference> infer(const Table& table, const RecordMap& given);

}  // namespace quizlint::records
