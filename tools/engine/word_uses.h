#pragma once

#include <string>
#include <vector>

#include "engine/outcome.h"
#include "text/lines.h"

namespace quizlint {

/// Where a word stands.
struct WordPlace {
  std::string path;
  Position at;
};

/// A word that no dictionary knows, with its uses.
struct WordUse {
  std::string word;               ///< as it is mostly written
  std::string correction;         ///< where it is rather a misspelling; "" where it is not
  std::vector<WordPlace> places;  ///< in the order of the files
};

/// The checks whose findings are unknown words.
std::vector<std::string> checks_of_unknown_words();

/// The words that those checks reported, the most frequent first, then in the order of the alphabet. Capitals do not
/// tell words apart.
std::vector<WordUse> word_uses(const Outcome& outcome);

}  // namespace quizlint
