#pragma once

#include <map>
#include <string>
#include <vector>

#include "bank/finding.h"
#include "support/files.h"

namespace quizlint::test {

/// The findings of a run over these files, which are written to a folder of their own; each needs a name of its own.
/// `options` are those of annotated banks (tests/banks/README.md). Throws std::runtime_error on an option that it does
/// not know, and where the engine could not do its work.
std::vector<Finding> lint(const std::vector<Fixture>& files, const std::map<std::string, std::string>& options);

/// The bytes after the safe fixes of these findings; one that overlaps an earlier one is left out.
std::string with_safe_fixes(const std::string& bytes, const std::vector<Finding>& findings);

bool has_safe_fix(const Finding& finding);

}  // namespace quizlint::test
