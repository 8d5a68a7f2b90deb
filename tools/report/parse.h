#pragma once

#include <string>
#include <vector>

#include "bank/bank.h"
#include "report/style.h"

namespace quizlint {

/// A bank as `parse --output-format json` writes it, and the whole document.
std::string parse_json(const Bank& bank);
std::string parse_json_document(const std::vector<std::string>& banks);

/// A bank for people to read: each question with its line, its choices, and the first words of its answer.
std::string parse_full(const Bank& bank, const Style& style);

}  // namespace quizlint
