#include "formats/exams/gift.h"

#include "catch.h"

using namespace quizlint;

TEST_CASE("a text with titles or categories and answers in braces is GIFT") {
  CHECK(is_gift("::Q1:: Is the sky blue? {T}\n\n::Q2:: Is water dry? {FALSE#no}\n"));
  CHECK(is_gift("$CATEGORY: Ships\n\nWhat is a keel? {=a beam ~a sail}\n"));
  CHECK(is_gift("::Essay:: Tell what a storm is like. {\n}\n"));
  CHECK(is_gift("\xEF\xBB\xBF::Q1:: Is the sky blue? {T}\n"));
}

TEST_CASE("braces and tildes alone are no GIFT") {
  CHECK_FALSE(is_gift("Dear {~name},\n\nplease pay {=sum}.\n"));
  CHECK_FALSE(is_gift("What does {#if} do?\n\nIt hides ~ what is false. {#each} repeats.\n"));
  CHECK_FALSE(is_gift("::: note\nSet `y`{=latex} here.\n:::\n"));
  CHECK_FALSE(is_gift("std::vector<int> v{1};\n\n::getenv(\"HOME\");\n"));
}

TEST_CASE("a tilde among the answers makes them choices, whatever arrows stand in them") {
  const Bank bank = read_gift("a.gift", "What is f? {=a map from Int -> Int ~a pair}\n", {});
  REQUIRE(bank.questions.size() == 1);
  CHECK(bank.questions[0].kind == QuestionKind::single_choice);
  CHECK(plain(bank, bank.questions[0].choices.at(0).text) == "a map from Int -> Int");
}

TEST_CASE("comments between the parts of a question are no text of it") {
  const Bank bank = read_gift("a.gift", "::T::\n// one\nWhat is a keel?{\n// two\n=a beam\n~a sail}\n// three\n", {});
  REQUIRE(bank.questions.size() == 1);
  CHECK(plain(bank, bank.questions[0].stem) == "What is a keel?");
  CHECK(bank.questions[0].choices.size() == 2);
}
