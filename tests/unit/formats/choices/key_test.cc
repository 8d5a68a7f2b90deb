#include "formats/choices/key.h"

#include "catch.h"

namespace quizlint::test {
namespace {

std::string named(std::string_view text, bool numbers = false) {
  const NamedKeys keys = keys_named(text, numbers);
  std::string out;
  for (const std::string& label : keys.labels) out += label + ' ';
  return out + '|' + std::string(text.substr(keys.end));
}

TEST_CASE("a key is read in every usual spelling") {
  CHECK(named("B") == "B |");
  CHECK(named("(b)") == "b |");
  CHECK(named("A, C") == "A C |");
  CHECK(named("A and D.") == "A D |");
  CHECK(named("both A & B") == "A B |");
  CHECK(named("ABD") == "A B D |");
  CHECK(named("Ac") == "A c |");
  CHECK(named("Option C") == "C |");
  CHECK(named("B) Paris") == "B |Paris");
  CHECK(named("(b) because it is red") == "b |because it is red");
  CHECK(named("D - it is the last") == "D |it is the last");
  CHECK(named("б") == "б |");
  CHECK(named("2", true) == "2 |");
  CHECK(named("1, 3", true) == "1 3 |");
}

TEST_CASE("prose names no key") {
  CHECK(named("A mutex is a lock") == "|A mutex is a lock");
  CHECK(named("I think so") == "|I think so");
  CHECK(named("Because it is so") == "|Because it is so");
  CHECK(named("Bad") == "|Bad");
  CHECK(named("2") == "|2");
  CHECK(named("") == "|");
}

std::string behind(std::string_view line) {
  const Offset label = key_label(line);
  return label == 0 ? "none" : std::string(line.substr(label));
}

TEST_CASE("a label of a key is known by its sign or by the key behind it") {
  CHECK(behind("Answer: B") == "B");
  CHECK(behind("Correct answer(s): A, C") == "A, C");
  CHECK(behind("The correct answer is B.") == "B.");
  CHECK(behind("Answer 3: D") == "D");
  CHECK(behind("ANSWER") == "");
  CHECK(behind("Réponse : C") == "C");
  CHECK(behind("答案：A") == "A");
  CHECK(behind("Answers vary with the wind") == "none");
  CHECK(behind("Correctness matters") == "none");
}

}  // namespace
}  // namespace quizlint::test
