#pragma once

#include <string>
#include <string_view>

namespace quizlint {

/// What a bank's path says besides whether it asks or answers: "lists/exercise.md" and "lists/solution.md" have the
/// same stem, and so have "quiz-3.md" and "quiz-3-answers.md".
struct Companion {
  std::string stem;
  bool answers = false;
};

Companion companion_of(std::string_view path);
/// Whether one bank holds the tasks and the other their solutions: the same questions stand in both by design.
bool are_companions(const Companion& a, const Companion& b);

}  // namespace quizlint
