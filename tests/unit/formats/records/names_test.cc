#include "formats/records/names.h"

#include "catch.h"

using namespace quizlint::records;

TEST_CASE("a name is split into words") {
  CHECK(name_words("correctAnswer_2") == std::vector<std::string>{"correct", "answer", "2"});
  CHECK(name_words("questionID") == std::vector<std::string>{"question", "id"});
  CHECK(name_words(" Right Answer ") == std::vector<std::string>{"right", "answer"});
  CHECK(name_words("__") == std::vector<std::string>{});
}

TEST_CASE("a name says what a field is for") {
  CHECK(name_fit("question", Role::stem) == 1);
  CHECK(name_fit("Question Text", Role::stem) == 1);
  CHECK(name_fit("questionText", Role::stem) > name_fit("input", Role::stem));
  CHECK(name_fit("question.text", Role::stem) > 0.9);
  CHECK(name_fit("frage", Role::stem) > 0.8);
  CHECK(name_fit("antwort", Role::answer) > 0.8);
  CHECK(name_fit("my_options", Role::choices) > 0.6);
}

TEST_CASE("a name that speaks about a field is not that field") {
  CHECK(name_fit("question_id", Role::stem) == 0);
  CHECK(name_fit("question_type", Role::stem) == 0);
  CHECK(name_fit("answer_start", Role::answer) == 0);
  CHECK(name_fit("answer_idx", Role::key) == 1);
}
