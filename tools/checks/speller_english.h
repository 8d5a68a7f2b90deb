#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "checks/speller.h"

namespace quizlint {

/// Judges an English word by the vocabulary inside the program. `word` is letters with inner apostrophes (' or U+2019).
Verdict judge_english(std::string_view word);

/// The spelling of an English word in the other variety, where the two differ: "colour" for "color" with `british`.
/// Nothing where the word is right in the wanted variety.
std::optional<std::string> in_variety(std::string_view word, bool british);

/// Whether a dictionary or the vocabulary of the field has the word, so that nothing more is to be asked. Cheap.
bool is_plainly_known(std::string_view word);

/// In lower case, with ' for every apostrophe.
std::string plain_lower(std::string_view word);

/// Whether a word in lower case is one: in the vocabulary, or made of one by a prefix, a suffix, 's.
bool is_english(std::string_view lower);

}  // namespace quizlint
