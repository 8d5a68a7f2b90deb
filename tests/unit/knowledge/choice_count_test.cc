#include "knowledge/choice_count.h"

#include "catch.h"

namespace quizlint::test {
namespace {

TEST_CASE("a stem says how many choices are right") {
  CHECK(keys_asked("Which services store files? (Choose two)") == 2);
  CHECK(keys_asked("Which services store files? (Select TWO.)") == 2);
  CHECK(keys_asked("What stores files? Choose 2 answers.") == 2);
  CHECK(keys_asked("What stores files?\nPlease choose two.") == 2);
  CHECK(keys_asked("Pick the best three lamps.") == 3);
  CHECK(keys_asked("Which one of these is a lamp?") == 1);
  CHECK(keys_asked("Which of these are lamps? (Select all that apply)") == kAnyNumber);
  CHECK(keys_asked("Check all correct answers.") == kAnyNumber);
  CHECK(keys_asked("More than one answer may be right.") == kAnyNumber);
}

TEST_CASE("a stem that names numbers or selects otherwise says nothing") {
  CHECK(keys_asked("Which lamp is red?") == 0);
  CHECK(keys_asked("Which two lamps are used together?") == 0);
  CHECK(keys_asked("How do you select a row?") == 0);
  CHECK(keys_asked("You choose 2 rolls of paper. How long are they?") == 0);
  CHECK(keys_asked("A player must choose three cards. Who deals?") == 0);
  CHECK(keys_asked("Two answers were given. What is true?") == 0);
}

}  // namespace
}  // namespace quizlint::test
