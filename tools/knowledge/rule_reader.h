#pragma once

#include <optional>
#include <vector>

#include "knowledge/arena.h"
#include "knowledge/knowledge.h"
#include "knowledge/loader.h"

namespace quizlint {

/// What one YAML file holds: a rule or a list of words.
struct RuleFileContent {
  std::optional<Rule> rule;
  std::vector<std::string> words;
};

/// Reads one YAML file. Where anything is wrong with it, it says so in `errors` and gives no rule.
RuleFileContent read_rule_file(const RuleFile& file, std::string_view id, Arena& arena, std::vector<RuleError>& errors);

}  // namespace quizlint
