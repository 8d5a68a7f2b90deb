#pragma once

#include <string>
#include <vector>

#include "knowledge/knowledge.h"

namespace quizlint {

/// The examples of a rule that do not do what they say, one sentence each; empty where all do. An example is run as a
/// bank of one question, in every place where the rule looks; what stands between backticks is code. A hit may name
/// what its fix makes of it: `teh cat ==> the cat`.
std::vector<std::string> failing_examples(const Rule& rule);

}  // namespace quizlint
