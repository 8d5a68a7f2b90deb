#include "checks/structure/translations.h"

#include "catch.h"

namespace quizlint::test {
namespace {

bool is(std::string_view path, std::string_view family, std::string_view language) {
  const FamilyName name = family_name(path);
  INFO(path << " is " << name.family << " in '" << name.language << "'");
  return name.family == family && name.language == language;
}

TEST_CASE("a language is taken out of a path wherever it stands") {
  CHECK(is("quiz.md", "quiz.md", ""));
  CHECK(is("quiz-fr.md", "quiz.md", "fr"));
  CHECK(is("quiz.pt-BR.md", "quiz.md", "pt-br"));
  CHECK(is("css/css-quiz_zh_CN.md", "css/css-quiz.md", "zh-cn"));
  CHECK(is("README-ES.md", "README.md", "es"));
  CHECK(is("fr-FR/README_fr-FR.md", "README.md", "fr-fr"));
  CHECK(is("questions/es/copilot/1.md", "questions/copilot/1.md", "es"));
  CHECK(is("data/en.json", "data/.json", "en"));
}

TEST_CASE("what only looks like a language stays") {
  CHECK(is("how-to.md", "how-to.md", ""));
  CHECK(is("built-in.md", "built-in.md", ""));
  CHECK(is("css-quiz.md", "css-quiz.md", ""));
  CHECK(is("de", "", "de"));
  CHECK(is("q/12-xy.md", "q/12-xy.md", ""));
}

}  // namespace
}  // namespace quizlint::test
