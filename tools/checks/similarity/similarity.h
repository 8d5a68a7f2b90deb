#pragma once

#include <string>
#include <vector>

#include "checks/check.h"
#include "checks/similarity/corpus.h"

namespace quizlint {

/// How a question relates to an earlier one.
enum class Copy : std::uint8_t {
  paraphrase,  ///< very likely the same in other words
  near,        ///< the same but for small edits
  exact,       ///< the same
  conflict,    ///< the same or nearly so, with another answer
};

/// A question that stands already elsewhere. Each question has at most one of these.
struct Repeat {
  Copy copy = Copy::exact;
  QuestionRef question;
  QuestionRef first;
  double score = 1;     ///< how alike, 0 to 1
  std::string differs;  ///< what tells the two texts apart, in words; "" where nothing does
  std::string cluster;  ///< the same for all copies, wherever they stand
};

/// A bank most of whose questions stand in other banks.
struct Contained {
  std::uint32_t bank = 0;
  std::vector<std::uint32_t> in;  ///< one bank, or several of one folder
  std::size_t shared = 0;         ///< how many of its questions stand there
};

/// What the duplicates checks say, each its part. Sorted by question and by bank.
struct Similarity {
  std::vector<Repeat> repeats;
  std::vector<Contained> contained;
};

/// Made when it is first asked for in a run.
const Similarity& similarity_of(const RunContext& context);

/// Reports the repeats of one kind as findings of `check`.
void report_repeats(const RunContext& context, const CheckInfo& check, Copy copy);

}  // namespace quizlint
