#pragma once

#include <string>
#include <string_view>

namespace quizlint {

/// A bank's path without the parts that name a language, and the language: "quiz-fr.md", "fr/quiz.md" and "quiz.fr.md"
/// are ("quiz.md", "fr"); "README_pt-BR.md" is ("README.md", "pt-br"). No language where no part names one.
struct FamilyName {
  std::string family;
  std::string language;
};
FamilyName family_name(std::string_view path);

}  // namespace quizlint
