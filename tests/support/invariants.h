#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "bank/bank.h"

namespace quizlint::test {

/// What holds for every bank, however broken its file: returns what does not, one sentence each.
///
/// Blocks tile the file; texts tile their characters with pieces, which ascend inside their block and decode as they
/// say; slices lie inside their texts; questions lie inside the file and in its order; no character has two owners;
/// and no text is left without one.
std::vector<std::string> broken_invariants(const Bank& bank, std::string_view bytes);

}  // namespace quizlint::test
