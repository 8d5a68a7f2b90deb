#pragma once

#include <span>

#include "checks/check.h"

namespace quizlint {

/// Runs rules of the context's knowledge over the passages of its bank. All at once, for the literals of their
/// patterns are looked for in one pass.
///
/// A pattern sees a paragraph as prose: code, formulae and URLs are one U+FFFC each, a line end is a blank, and
/// typographic quotes, apostrophes and blanks are the plain ones. A finding points at the bytes that matched, of a
/// whole-passage rule at the passage. Groups that a fix takes over are written as the file writes them.
void run_rules(std::span<const Rule* const> rules, const BankContext& context);

/// One rule, be it of the context's knowledge or not.
void run_rule(const Rule& rule, const BankContext& context);
void run_rule(const Rule& rule, const Bank& bank, const Report& report);

}  // namespace quizlint
