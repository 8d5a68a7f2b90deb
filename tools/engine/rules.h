#pragma once

#include <string>
#include <vector>

#include "engine/settings.h"
#include "io/error.h"
#include "knowledge/knowledge.h"

namespace quizlint {

/// What the program knows, with the user's own rules: those in `folders` and those that the configuration of the
/// working folder names. What is wrong with them is said in `errors`.
Knowledge knowledge_for(const CommandSettings& commanded, const std::vector<std::string>& folders,
                        std::vector<Error>& errors);

}  // namespace quizlint
