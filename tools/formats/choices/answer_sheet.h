#pragma once

#include <string>
#include <vector>

#include "formats/choices/candidate.h"

namespace quizlint {

/// The keys of many questions in one place, below a title such as "Answers": "1. B", "2) A, C", "3: D 4: A".
struct AnswerSheet {
  struct Entry {
    std::string number;
    std::vector<std::string> keys;
    std::size_t unit = 0;
  };
  std::vector<Entry> entries;
  std::vector<std::size_t> units;  ///< that hold them
};

AnswerSheet answer_sheet_of(const Outline& outline);
/// Gives each entry to the nearest question above that has its number, choices with labels, and no key of its own.
void read_sheet(const AnswerSheet& sheet, const Marks& marks, std::vector<Candidate>& candidates);

}  // namespace quizlint
