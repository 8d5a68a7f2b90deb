#pragma once

#include "bank/bank.h"

namespace quizlint {

/// Finds the language of a bank from its prose, and that of each question that does not say its own. A question that is
/// too short to tell has the language of the bank.
void settle_language(Bank& bank);

}  // namespace quizlint
