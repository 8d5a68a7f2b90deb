#include "catch.h"
#include "support/lint.h"

using namespace quizlint;

// Were the run gone through for each of its words, this would take longer than a test may.
TEST_CASE("a long run of code in a line of prose is looked at once") {
  std::string bytes = "Q: What is it?\nA: the word word word which might have been and some other words ";
  for (int i = 0; i < 250000; ++i) bytes += "aa=bb;";
  bytes += "\n";
  CHECK(test::lint({{"a.md", bytes}}, {}).size() < 10);
}
