#include "knowledge/literals.h"

#include <algorithm>
#include <random>

#include "catch.h"
#include "knowledge/pattern.h"
#include "knowledge/pattern_index.h"

namespace quizlint {
namespace {

/// With `|` for the edge of a word, and blanks between.
std::string shown(std::string_view expression) {
  std::string out;
  each_literal(needed_literals(expression), [&](std::string_view literal) {
    out += out.empty() ? "" : ", ";
    for (const char c : literal) out += c == kWordEdge ? '|' : c;
  });
  return out;
}

TEST_CASE("the literals of an expression are those of which a match holds one") {
  CHECK(shown("(?i)not sure") == "not sure");
  CHECK(shown("(?i)(?:not sure|afraid) of") == "afraid of, not sure of");
  CHECK(shown("foobar.*quux") == "foobar");
  CHECK(shown("quux.*foobar") == "foobar");
  CHECK(shown("(?i)ÄRGER") == "ärger");
  CHECK(shown("(?P<name>fo+bar)") == "obar");
  CHECK(shown("[ab]cde?") == "acd, acde, bcd, bcde");
  CHECK(shown("(?:foo){2,3}x") == "foox");
  CHECK(shown(R"(\(tbd\))") == "(tbd)");
}

TEST_CASE("literals know the edges of words where an expression does") {
  CHECK(shown(R"(\bits (?:a|the)\b)") == "|its a|, |its the|");
  CHECK(shown(R"(\b([a-z]{3,} )(?:ot)( (?:the|be)\b))") == " ot be|,  ot the|");
  CHECK(shown(R"(\b(an )[bc][a-z]+\b)") == "|an b, |an c");
  CHECK(shown(R"(over\b the)") == "over the");
  CHECK(shown(R"(\b-flag\b)") == "-flag|");
}

TEST_CASE("where nothing is sure, there are no literals") {
  for (const char* expression :
       {"foo|ba", R"(\d+)", "\xEF\xBF\xBC", "a(b",        "a)b",    "(?:foo)?", "(?:foo)*",       "(?:foo){0,2}",
        "foo|",   "[^f]oo", R"(\pL\x66)",   R"(\Qfoo\E)", "foo{x}", "foo{,2}",  "[[:alpha:]]foo", "f\too",
        "",       "[",      "(?i",          "foo\\"}) {
    INFO(expression);
    CHECK(shown(expression).empty());
  }
  CHECK(shown(std::string(1000, '(') + "foo" + std::string(1000, ')')).empty());
}

TEST_CASE("more strings than a set can have are cut, not lost") {
  std::string many = "noun";
  for (char a = 'a'; a <= 'z'; ++a)
    for (char b = 'a'; b <= 'z'; ++b) many += std::string("|no") + a + b;
  const std::string literals = needed_literals("(?:" + many + ") (?:one|two|three)");
  CHECK(std::ranges::count(literals, '\n') < 64);
  CHECK(holds_one_of("nozq two", literals));
  CHECK(holds_one_of("noun three", literals));
  CHECK_FALSE(holds_one_of("nozq four", literals));
}

TEST_CASE("a literal stands where its edges are") {
  CHECK(stands_at("its a", 0, "\bits a\b"));
  CHECK_FALSE(stands_at("its an", 0, "\bits a\b"));
  CHECK_FALSE(stands_at("bits a", 1, "\bits a"));
  CHECK(stands_at("(its a)", 1, "\bits a\b"));
  CHECK(holds_one_of("bits and its a", "none\n\bits a\b"));
  CHECK_FALSE(holds_one_of("bits and its an", "none\n\bits a\b"));
}

/// An expression of few letters, so that texts of them often match.
std::string made_expression(std::mt19937& random, int depth) {
  const auto pick = [&](int n) { return static_cast<int>(random() % static_cast<unsigned>(n)); };
  static constexpr const char* kAtoms[] = {"a", "b", "A", " ", "[ab]", "[^a]", ".", "\\b", "ab", "b a", "(?:)"};
  std::string out;
  for (int parts = 1 + pick(4); parts > 0; --parts) {
    std::string part = kAtoms[pick(std::size(kAtoms))];
    if (depth > 0 && pick(2) == 0)
      part = "(?:" + made_expression(random, depth - 1) + "|" + made_expression(random, depth - 1) + ")";
    static constexpr const char* kCounts[] = {"", "", "", "?", "*", "+", "{1,2}", "{0,2}", "+?"};
    out += "(?:" + part + ")" + kCounts[pick(std::size(kCounts))];
  }
  return out;
}

TEST_CASE("no text matches that holds none of the literals") {
  std::mt19937 random(7);
  int sure = 0;
  for (int i = 0; i < 3000; ++i) {
    const std::string expression = made_expression(random, 3);
    const std::string literals = needed_literals(expression);
    if (literals.empty()) continue;
    ++sure;
    const Pattern pattern(expression);
    for (int t = 0; t < 30; ++t) {
      std::string text;
      for (auto size = random() % 12; size > 0; --size) text += "abAB c"[random() % 6];
      INFO(expression << " on '" << text << "'");
      if (pattern.matches(text)) CHECK(holds_one_of(lowered(text), literals));
    }
  }
  CHECK(sure > 100);
}

}  // namespace
}  // namespace quizlint
