#pragma once

#include <vector>

#include "bank/bank.h"
#include "bank/finding.h"

namespace quizlint {

/// Checks give edits of decoded text. Writes them as their container writes text (`"` in a JSON string becomes `\"`),
/// and takes back the fixes that cannot be written there.
void write_fixes(const Bank& bank, std::vector<Finding>& findings);

}  // namespace quizlint
