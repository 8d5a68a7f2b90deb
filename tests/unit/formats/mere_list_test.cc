#include "catch.h"
#include "formats/reader.h"

namespace quizlint {
namespace {

TEST_CASE("what stands below the last question of a list answers none") {
  const Bank bank = read_bank("charts.txt",
                              "What is in this folder\n"
                              "Question 1: Read the table of depths\n"
                              "Question 2: Read the table of tides\n"
                              "Question 3: Draw the depths of the mouth\n"
                              "Question 4: Draw the tides of the mouth\n"
                              "Time needed: 30 minutes\n",
                              {});
  CHECK(bank.questions.size() == 4);
  CHECK_FALSE(bank.expects_answers);
}

TEST_CASE("a bank all of whose questions are answered at the end of their sections expects answers") {
  const Bank bank = read_bank("tides.md",
                              "## Sun\n\n### What is noon?\n\nThe sun stands in the south.\n\n"
                              "## Moon\n\n### What is a spring tide?\n\nA high one.\n\n"
                              "## Wind\n\n### What is a lull?\n\nA short calm.\n",
                              {});
  CHECK(bank.questions.size() == 3);
  CHECK(bank.expects_answers);
}

}  // namespace
}  // namespace quizlint
