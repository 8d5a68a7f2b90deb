#include "catch.h"
#include "formats/reader.h"

using namespace quizlint;

// A table is one block. Were each row looked for in all of it, this would take the better part of an hour.
TEST_CASE("a table of 100,000 rows is read in linear time") {
  constexpr int kRows = 100000;
  std::string bytes = "| # | Question | Answer |\n| --- | --- | --- |\n";
  for (int i = 1; i <= kRows; ++i) {
    const std::string number = std::to_string(i);
    bytes += "| " + number + " | What is item " + number + "? | A `thing` [there](a.md), **not** here |\n";
  }
  CHECK(read_bank("a.md", bytes, {}).questions.size() == kRows);
}
