#pragma once

#include <span>
#include <string_view>

#include "checks/similarity/lexicon.h"

namespace quizlint {

/// Whether one insertion, deletion, replacement or swap of neighbours turns `a` into `b` (bytes).
bool one_edit_apart(std::string_view a, std::string_view b);

/// Lets rare words that no dictionary has count as the word of the same run that is one edit away, so that a question
/// and its copy with a typo meet. `words` are all words of the run.
void correct_slips(std::span<const WordId> words, Lexicon& lexicon);

}  // namespace quizlint
