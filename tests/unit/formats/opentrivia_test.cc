#include "catch.h"
#include "formats/reader.h"

using namespace quizlint;

TEST_CASE("a file without an extension is read for what it holds") {
  CHECK(read_bank("geography", "#Q Where is Lima?\n^ Peru\nA Chile\nB Peru\n", {}).layout == "opentrivia");
  CHECK(read_bank("LICENSE", "You may copy this.\n\nThere is no warranty.\n", {}).layout == "prose");
  CHECK(read_bank("notes", "**Q:** Where is Lima?\n\n**A:** In Peru.\n", {}).questions.size() == 1);
}

TEST_CASE("a line of a stem that begins with a letter is no choice") {
  const Bank bank = read_bank("quiz", "#Q What is this?\nA house, or\nB a boat?\n^ A boat\nA A house\nB A boat\n", {});
  REQUIRE(bank.questions.size() == 1);
  CHECK(plain(bank, bank.questions[0].stem) == "What is this?\nA house, or\nB a boat?");
  CHECK(bank.questions[0].choices.size() == 2);
  CHECK(bank.questions[0].choices[1].correct);
}
