#pragma once

#include "formats/choices/candidate.h"

namespace quizlint {

/// What needs no look at the other questions: boxes before any answer, or a key that names labels.
bool is_sure(const Candidate& candidate);

/// A numbered list that is all of a question's body but quotes, code and images above it: to be put in order; or an
/// empty run.
Run ordering_of(const Outline& outline, Body body);

/// Says which candidates are choices: the sure ones; where the bank has enough of them, letters without a key and
/// single boxes too; and numbered lists to be put in order where the others have boxes (quizdown).
void accept_choices(const Outline& outline, std::vector<Candidate>& candidates);

}  // namespace quizlint
