#include "catch.h"
#include "formats/records/choices.h"
#include "formats/records/json.h"

using namespace quizlint;
using namespace quizlint::records;

namespace {

using Indexes = std::vector<std::size_t>;

/// The choices that a key names; the key stands in JSON.
KeyReading read(const std::string& key, KeyAs as, const std::vector<std::string>& texts,
                std::vector<std::string> labels = {}) {
  Document document;
  document.bytes = key;
  read_json_value(document, 0, static_cast<Offset>(key.size()));
  labels.resize(texts.size());
  return read_key(document, 0, as, texts, labels);
}

const std::vector<std::string> kTowns = {"Bern", "Rome", "Oslo", "Lima"};

}  // namespace

TEST_CASE("a key is a letter, however it is dressed") {
  for (const char* key : {R"("C")", R"("c")", R"~("(C)")~", R"("C.")", R"~("C) Oslo")~", R"("Option C")"})
    CHECK(read(key, KeyAs::letter, kTowns).choices == Indexes{2});
  CHECK_FALSE(read(R"("E")", KeyAs::letter, kTowns).fits);
  CHECK_FALSE(read(R"("Oslo")", KeyAs::letter, kTowns).fits);
}

TEST_CASE("a key names several choices") {
  for (const char* key : {R"("AC")", R"("A, C")", R"("A;C")", R"("A and C")", R"(["A", "C"])"}) {
    CHECK(read(key, KeyAs::letter, kTowns).choices == Indexes{0, 2});
    CHECK(read(key, KeyAs::letter, kTowns).several);
  }
  CHECK(read(R"("1,3")", KeyAs::index1, kTowns).choices == Indexes{0, 2});
}

TEST_CASE("a key is a place counted from 0 or 1") {
  CHECK(read("0", KeyAs::index0, kTowns).choices == Indexes{0});
  CHECK(read("4", KeyAs::index1, kTowns).choices == Indexes{3});
  CHECK(read("3.0", KeyAs::index0, kTowns).choices == Indexes{3});
  CHECK_FALSE(read("4", KeyAs::index0, kTowns).fits);
  CHECK_FALSE(read("0", KeyAs::index1, kTowns).fits);
}

TEST_CASE("a key is the text of a choice") {
  CHECK(read(R"("Rome")", KeyAs::text, kTowns).choices == Indexes{1});
  CHECK(read(R"("rome ")", KeyAs::text, kTowns).choices == Indexes{1});
  CHECK(read("true", KeyAs::text, {"True", "False"}).choices == Indexes{0});
  CHECK(read(R"("x")", KeyAs::text, {"X", "x"}).choices == Indexes{1});
  CHECK_FALSE(read(R"("Paris")", KeyAs::text, kTowns).fits);
}

TEST_CASE("letters that choices carry count, not their places") {
  CHECK(read(R"("B")", KeyAs::letter, {"one", "two"}, {"B", "A"}).choices == Indexes{0});
  CHECK(read(R"("ans2")", KeyAs::label, {"one", "two"}, {"ans1", "ans2"}).choices == Indexes{1});
}

TEST_CASE("the label of a choice is cut off, a word is not") {
  CHECK(label_size("(B) 42", 1) == 4);
  CHECK(label_size("b)42", 1) == 2);
  CHECK(label_size("B. forty", 1) == 3);
  CHECK(label_size("b ) forty", 1) == 4);
  CHECK(label_size("(A) 42", 1) == 0);
  CHECK(label_size("B.C. was long ago", 1) == 0);
  CHECK(label_size("Bern", 1) == 0);
}

TEST_CASE("choices are found inside a text") {
  const std::string lettered = "Who came first?\nOptions:\n(A) Ann\n(B) Bob";
  CHECK(choices_inside(lettered).choices.size() == 2);
  CHECK(lettered.substr(0, choices_inside(lettered).stem_end) == "Who came first?");
  CHECK(choices_inside("Was it late?\nOptions:\n- Yes\n- No").choices.size() == 2);
  CHECK(choices_inside("a ) 38 , b ) 27.6 , c ) 30").choices.size() == 3);
  CHECK(choices_inside("Was it late?\n- Yes\n- No").choices.empty());
  CHECK(choices_inside("Read (a) and then (b), please.").choices.empty());
}
