#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "checks/check.h"
#include "checks/speller.h"

namespace quizlint {

/// A word that no dictionary knows, judged where it stands; or one of the other variety of English.
struct Doubt {
  std::uint32_t block = 0;
  Span chars;  ///< in the block's text
  std::string_view word;
  std::vector<std::string> corrections;  ///< best first, at most three; of a misspelling
  bool misspelling = false;              ///< a close correction stands out here, too
  bool sure = false;                     ///< so clearly that its fix is safe
  bool variety = false;                  ///< a word, but not of the English that the configuration asks for
};

/// The words of a bank that are not known, in the order of the file.
///
/// What surrounds a word counts: one that recurs is rather a term, one with a capital in mid-sentence rather a name,
/// one among other unknown words rather of another language; one whose correction stands in the same bank rather a
/// slip.
std::vector<Doubt> doubtful_words(const BankContext& context);

}  // namespace quizlint
