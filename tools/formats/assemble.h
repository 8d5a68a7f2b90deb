#pragma once

#include "bank/bank.h"
#include "formats/vote.h"

namespace quizlint {

/// Makes questions, sections, parts and stray text of a reading. `bank.blocks` and `bank.source` are filled.
void assemble(const Outline& outline, const Reading& reading, Bank& bank);

}  // namespace quizlint
