#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "checks/speller.h"

namespace quizlint {

/// The words that a word which is none is made of when a blank was forgotten: "atleast" gives "at least", "CPUand"
/// gives "CPU and". One of them is a little word that hardly ever begins or ends a compound, or the pair is a known
/// one.
/// `verdict` is the speller's: a clear slip of one word is no pair of words.
std::optional<std::string> run_together(std::string_view word, const Verdict& verdict);

/// Whether a word in lower case is one of those pairs that are so often written as one that vocabularies have them.
bool is_often_joined(std::string_view lower);

}  // namespace quizlint
