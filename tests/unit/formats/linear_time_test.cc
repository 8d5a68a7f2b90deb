#include "catch.h"
#include "formats/reader.h"

using namespace quizlint;

namespace {

std::string repeated(std::string_view part, std::size_t times) {
  std::string out;
  for (std::size_t i = 0; i < times; ++i) out += part;
  return out;
}

}  // namespace

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

TEST_CASE("pages that are made to be slow are read in linear time") {
  const std::string question = "## What is it?\n\n- [x] a\n- [ ] b\n\n";
  for (const std::string& bytes :
       {question + repeated("- [ ]\n\ntext\n\n", 50000), question + repeated("- [ ]\n", 200000),
        "## What is a?\n\na " + repeated(":", 3000000) + "\n",
        "#flashcards\n\n" + repeated("a a ", 400000) + "  x" + repeated("::x", 600000) + "\n"})
    CHECK(read_bank("a.md", bytes, {}).source.size() == bytes.size());
}
