#include "catch.h"
#include "checks/similarity/similarity.h"
#include "support/similarity.h"

using namespace quizlint;

namespace {

/// Whether two questions are told to be alike, whichever of them stands first.
bool alike(const std::string& a, const std::string& b) {
  const bool one = !test::similarity({test::bank_of({a, b})}).repeats.empty();
  const bool other = !test::similarity({test::bank_of({b, a})}).repeats.empty();
  CHECK(one == other);
  return one;
}

}  // namespace

TEST_CASE("the passive asks what the active asks") {
  CHECK(alike("How are exceptions handled in Python?", "How do you handle exceptions in Python?"));
  CHECK(alike("How can a linked list be reversed?", "How do you reverse a linked list?"));
  CHECK(alike("How is a package installed?", "How to install a package?"));
  CHECK(alike("Why are interfaces used in Java?", "Why do we use interfaces in Java?"));
}

TEST_CASE("who does it, when, and what things are like is told apart from doing it") {
  CHECK_FALSE(alike("How are exceptions handled by the caller?", "How do you handle the caller?"));
  CHECK_FALSE(alike("How was the tower painted in spring?", "How do you paint the tower in spring?"));
  CHECK_FALSE(alike("How is heat related to light?", "How do you relate light to heat?"));
  CHECK_FALSE(alike("How are plants watered?", "How do plants water?"));
}

TEST_CASE("the best of a kind may stand before it or behind") {
  CHECK(alike("Which planet is the largest in the solar system?", "What is the largest planet in the solar system?"));
  CHECK(alike("Which gas is the most abundant in air?", "What is the most abundant gas in air?"));
  CHECK(alike("Which language is best for beginners?", "Which is the best language for beginners?"));
  CHECK_FALSE(alike("Which country has the largest army?", "Which is the largest country with an army?"));
  CHECK_FALSE(alike("Which planet is the largest in the sky?", "Which planet is the smallest in the sky?"));
  CHECK_FALSE(alike("Which planet is the largest?", "Which moon is the largest?"));
}

TEST_CASE("what is used to do a thing does it") {
  CHECK(alike("Which keyword is used to define a function?", "Which keyword defines a function?"));
  CHECK_FALSE(alike("Which keyword is used to define a function?", "Which keyword is used to call a function?"));
}

TEST_CASE("an adverb may stand anywhere, but not be missing") {
  CHECK(alike("How do you dynamically create an element?", "How do you create an element dynamically?"));
  CHECK_FALSE(alike("How quickly do plants grow in water?", "How do plants grow quickly in water?"));
  CHECK_FALSE(alike("What is a statically typed language?", "What is a typed language?"));
  CHECK_FALSE(alike("Which is faster, a statically typed script or a dynamically typed program?",
                    "Which is faster, a dynamically typed script or a statically typed program?"));
  CHECK_FALSE(alike("What is a statically typed language?", "What is a dynamically typed language?"));
}

TEST_CASE("two things that differ are asked about in several ways") {
  CHECK(alike("What is the difference between TCP and UDP?", "How do TCP and UDP differ?"));
  CHECK(alike("Explain the difference between a list and a tuple.", "How are a list and a tuple different?"));
  CHECK_FALSE(alike("How do TCP and UDP differ?", "How do TCP and UDP work?"));
}
