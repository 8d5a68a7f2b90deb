#pragma once

#include <string>
#include <vector>

#include "engine/outcome.h"
#include "report/tally.h"

namespace quizlint {

/// The check whose findings a report counts by word instead of telling each.
inline constexpr std::string_view kUnknownWordCheck = "typos/unknown-word";

/// A word that no dictionary knows.
struct UnknownWord {
  std::string word;  ///< as it stands first
  std::size_t count = 0;
  std::vector<std::string> places;  ///< the first three, `path:line`
};

/// Those that a run found, most frequent first.
std::vector<UnknownWord> unknown_words(const Outcome& outcome);

/// The figures without unknown words, which are counted by themselves.
Tally told_tally(const Outcome& outcome);

}  // namespace quizlint
