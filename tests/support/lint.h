#pragma once

#include <map>
#include <string>
#include <vector>

#include "bank/finding.h"
#include "support/files.h"

namespace quizlint::test {

/// The findings of a run over these files, sorted by path, begin, end, check. `options`: select, ignore (lists with
/// commas), layout, answers, english, vocabulary. Throws std::runtime_error on an option it does not know.
std::vector<Finding> lint(const std::vector<Fixture>& files, const std::map<std::string, std::string>& options);

/// The bytes after the safe fixes of these findings; one that overlaps an earlier one is left out.
std::string with_safe_fixes(const std::string& bytes, const std::vector<Finding>& findings);

bool has_safe_fix(const Finding& finding);

}  // namespace quizlint::test
