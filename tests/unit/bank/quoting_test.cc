#include "bank/quoting.h"

#include "catch.h"

using namespace quizlint;

TEST_CASE("text is written as its container writes it") {
  CHECK(quoted("say \"hi\"\n\\o", Quoting::none) == "say \"hi\"\n\\o");
  CHECK(quoted("say \"hi\"\n\\o\x01", Quoting::json) == R"(say \"hi\"\n\\o\u0001)");
  CHECK(quoted("say \"hi\"", Quoting::csv) == R"(say ""hi"")");
  CHECK(quoted("it's", Quoting::yaml) == "it''s");
  CHECK(quoted("a < b & c", Quoting::xml) == "a &lt; b &amp; c");
}

TEST_CASE("what cannot be written in its place is not written") {
  CHECK(quoted("caf\xC3\xA9 au lait?", Quoting::bare) == "caf\xC3\xA9 au lait?");
  CHECK_FALSE(quoted("it's", Quoting::bare));
  CHECK_FALSE(quoted("a, b", Quoting::bare));
  CHECK_FALSE(quoted("a\nb", Quoting::yaml));
}
