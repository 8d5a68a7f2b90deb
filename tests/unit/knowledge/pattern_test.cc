#include "knowledge/pattern.h"

#include "catch.h"
#include "knowledge/knowledge.h"

namespace quizlint {
namespace {

TEST_CASE("a pattern gives the spans of the match and of its groups") {
  const Pattern pattern(R"((\w+)@(\w+)?(!))");
  const auto match = pattern.find("to bob@! now");
  REQUIRE(match);
  REQUIRE(match->size() == 4);
  CHECK((*match)[0] == Span{3, 8});
  CHECK((*match)[1] == Span{3, 6});
  CHECK((*match)[2] == Span{});
  CHECK((*match)[3] == Span{7, 8});
  CHECK_FALSE(pattern.find("to bob@! now", 7));
}

TEST_CASE("a pattern is compiled when one of its literals occurs, and not before") {
  const Pattern pattern("(?i)not sure", "unsure\nsure");
  CHECK_FALSE(pattern.matches("The GIL is a mutex."));
  CHECK_FALSE(pattern.compiled());
  CHECK_FALSE(pattern.matches("Surely."));
  CHECK(pattern.compiled());
  CHECK(pattern.matches("I'm NOT SURE."));
}

TEST_CASE("large classes are refused, for they take milliseconds to compile") {
  for (const char* bad : {R"(\pL+)", R"(\p{L})", R"(\p{Lu}x)", R"(\PN)", R"([\p{^L}])", R"(\P{Greek})", R"(a\\\pL)"})
    CHECK(pattern_fault(bad));
  for (const char* good : {R"(\p{Greek}+)", R"(\\pL)", R"(\bword\b)", "[à-ÿ]"}) CHECK_FALSE(pattern_fault(good));
  CHECK(pattern_fault("a(b") == "missing ): a(b");
}

TEST_CASE("lower case is that of Unicode, and stray bytes stay") {
  CHECK(lowered("ÀB\xFF\xC3") == "àb\xFF\xC3");
  CHECK(lowered("ВОПРОС") == "вопрос");
}

TEST_CASE("the index finds the patterns whose literals occur, and those that need none") {
  const RulePattern first[] = {{.name = "", .pattern = Pattern("foo|quux", "foo\nfoobar\nquux")}};
  const RulePattern second[] = {{.name = "", .pattern = Pattern("oob", "oob")},
                                {.name = "", .pattern = Pattern("^.$")}};
  const Rule rules[] = {{.id = "a/a", .patterns = first}, {.id = "a/b", .patterns = second}};
  const PatternIndex index(rules);
  using Entries = std::vector<PatternIndex::Entry>;
  Entries found;
  index.candidates("a foobar", found);
  CHECK(found == Entries{{0, 0}, {1, 0}, {1, 1}});
  index.candidates("qu", found);
  CHECK(found == Entries{{1, 1}});
  index.candidates("quux", found);
  CHECK(found == Entries{{0, 0}, {1, 1}});
  index.candidates("", found);
  CHECK(found == Entries{{1, 1}});
}

}  // namespace
}  // namespace quizlint
