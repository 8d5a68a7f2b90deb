#pragma once

#include <optional>
#include <vector>

#include "bank/bank.h"
#include "bank/digest.h"
#include "bank/finding.h"

namespace quizlint {

/// The lines of each question, where they are its own and plain text, so that taking them out leaves the rest as it is;
/// else empty. In records and tables no question has any.
std::vector<Span> removals(const Bank& bank);

/// The fix that removes an exact copy: unsafe, and only where all that the copy has stands at the first, too.
std::optional<Fix> removal(Span lines, const QuestionDigest& copy, const QuestionDigest& first);

}  // namespace quizlint
