#include "formats/records/yaml.h"

#include "catch.h"
#include "formats/reader.h"

using namespace quizlint;
using namespace quizlint::records;

namespace {

/// Where a scalar's characters stand, as "chars<source>" for each piece.
std::string pieces_of(std::string_view bytes, std::string_view value) {
  const YamlScalar scalar = locate_scalar(bytes, 0, value);
  std::string pieces;
  for (const Piece& piece : scalar.text.pieces())
    pieces.append(slice(scalar.text.chars(), piece.chars)).append("<").append(slice(bytes, piece.source)).append(">");
  return pieces;
}

}  // namespace

TEST_CASE("a YAML scalar knows the bytes of its characters") {
  CHECK(pieces_of("plain text # comment", "plain text") == "plain text<plain text>");
  CHECK(pieces_of("two\n  lines", "two lines") == "two<two> <\n  >lines<lines>");
  CHECK(pieces_of("'it''s'", "it's") == "it<it>'<''>s<s>");
  CHECK(pieces_of("\"a\\u0026b\\n\"", "a&b\n") == "a<a>&<\\u0026>b<b>\n<\\n>");
  CHECK(pieces_of("|\n  one\n  two\n", "one\ntwo\n") == "one<one>\n<\n  >two<two>\n<\n>");
  CHECK(pieces_of(">-\n  one\n  two\n", "one two") == "one<one> <\n  >two<two>");
}

TEST_CASE("a YAML scalar that cannot be matched is one piece") {
  CHECK(pieces_of("'abc'", "xyz") == "xyz<abc>");
}

TEST_CASE("a fault in YAML costs one item") {
  constexpr std::string_view kBroken =
      "- question: What is a?\n  answer: b\n- question: 'What is c?\n  answer: d\n"
      "- question: What is e?\n  answer: f\n";
  const Bank bank = read_bank("bank.yaml", kBroken, {});
  REQUIRE(bank.questions.size() == 2);
  CHECK(plain(bank, bank.questions[1].stem) == "What is e?");
  CHECK(bank.faults.size() == 1);
}

TEST_CASE("settings in YAML are no bank") {
  for (const char* settings : {"a: 1\nb: [x, y]\n", "question: Question\nanswer: Answer\n",
                               "on:\n  push:\njobs:\n  test: {name: Why not?}\n", "{{ broken }}: [\n"}) {
    const Bank bank = read_bank("settings.yaml", settings, {});
    CHECK(bank.questions.empty());
    CHECK(bank.layout == "prose");
  }
}

TEST_CASE("a list or a null as the name of a member does not shift its neighbours") {
  const Bank bank = read_bank("names.yaml",
                              "- ? [a, b]\n  : c\n  question: What is a bight?\n  answer: A bend\n"
                              "- ? {x: 1}\n  : [d, e]\n  question: What is a hitch?\n  answer: A knot\n"
                              "- ~: f\n  question: What is a splice?\n  answer: Ropes joined\n",
                              {});
  REQUIRE(bank.questions.size() == 3);
  CHECK(plain(bank, bank.questions[0].stem) == "What is a bight?");
  CHECK(plain(bank, bank.questions[1].answer) == "A knot");
  CHECK(plain(bank, bank.questions[2].stem) == "What is a splice?");
}

TEST_CASE("a sign that no YAML tag has begins the text") {
  const Bank bank = read_bank("a.yaml",
                              "- question: Which harbour has the oldest gauge?\n  answer: Brest\n"
                              "- question: Which sea has hardly any tide?\n  answer: !!str<b>the Baltic</b>\n",
                              {});
  REQUIRE(bank.questions.size() == 2);
  CHECK(plain(bank, bank.questions[1].answer) == "the Baltic");
}
