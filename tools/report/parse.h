#pragma once

#include <string>
#include <vector>

#include "bank/bank.h"

namespace quizlint {

/// A bank as `parse --output-format json` writes it, and the whole document.
std::string parse_json(const Bank& bank);
std::string parse_json_document(const std::vector<std::string>& banks);

}  // namespace quizlint
