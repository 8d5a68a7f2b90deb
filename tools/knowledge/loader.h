#pragma once

#include <span>
#include <string>
#include <vector>

#include "knowledge/arena.h"
#include "knowledge/knowledge.h"
#include "text/lines.h"

namespace quizlint {

/// A file of rules as it lies on disk.
struct RuleFile {
  std::string path;  ///< as messages name it
  std::string name;  ///< below the folder of rules, with `/`: "unanswered/evasive.yaml"
  std::string text;
};

/// What is wrong with a file of rules, and what was expected.
struct RuleError {
  std::string path;
  Position at;
  std::string message;
};

/// Reads rules (YAML maps) and word lists (YAML sequences, or text files with one word a line and `#` comments) into
/// tables that live as long as `arena`. What is wrong is said in `errors`, and everything else is still loaded. Files
/// of other kinds are passed over.
Tables load_rules(std::span<const RuleFile> files, Arena& arena, std::vector<RuleError>& errors);

/// What the program knows and what the files add: a rule takes the place of one with its id, a list joins the one of
/// its name.
Knowledge with_rules(std::span<const RuleFile> files, std::vector<RuleError>& errors);

}  // namespace quizlint
