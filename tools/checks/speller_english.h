#pragma once

#include <string>
#include <string_view>

#include "checks/speller.h"

namespace quizlint {

/// Judges an English word by the vocabulary inside the program. `word` is letters with inner apostrophes (' or U+2019).
Verdict judge_english(std::string_view word);

/// In lower case, with ' for every apostrophe.
std::string plain_lower(std::string_view word);

/// Whether a word in lower case is one: in the vocabulary, or made of one by a prefix, a suffix, 's.
bool is_english(std::string_view lower);

}  // namespace quizlint
