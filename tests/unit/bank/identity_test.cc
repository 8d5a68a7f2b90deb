#include "bank/identity.h"

#include <random>

#include "catch.h"

namespace quizlint {
namespace {

/// What identity_of is for ASCII without code, byte by byte.
std::string slowly(const std::string& prose) {
  std::string out;
  for (const char c : prose) {
    const bool blank = c == ' ' || (c >= '\t' && c <= '\r');
    if (blank && (out.empty() || out.back() == ' ')) continue;
    out += blank ? ' ' : c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  }
  if (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

TEST_CASE("long prose is folded as short prose is") {
  std::mt19937 random(3);
  const std::string letters = " \t\n!@AZ[_az{~\x01\x1F\x7F       ";
  for (int round = 0; round < 2000; ++round) {
    std::string prose;
    for (auto size = random() % 40; size > 0; --size) prose += letters[random() % letters.size()];
    CHECK(identity_of(prose) == slowly(prose));
  }
}

TEST_CASE("case, white space, quotes and composition of prose do not make another question") {
  CHECK(identity_of("What  is\n a \xE2\x80\x9CSet\xE2\x80\x9D? ") == identity_of("what is a \"set\"?"));
  CHECK(identity_of("What\xE2\x80\x99s this") == identity_of("what's\xC2\xA0this"));
  CHECK(identity_of("cafe\xCC\x81") == identity_of("CAF\xC3\x89"));
  CHECK(identity_of("zero\xE2\x80\x8Bwidth") == "zerowidth");
}

TEST_CASE("symbols, digits, marks and the case of code do") {
  CHECK(identity_of("What is [ ( ]?") != identity_of("What is [ ) ]?"));
  CHECK(identity_of("What is C?") != identity_of("What is C++?"));
  CHECK(identity_of("What is `List`?") != identity_of("What is `list`?"));
  CHECK(identity_of("What is `a`?") != identity_of("What is a?"));
  CHECK(identity_of("resume") != identity_of("r\xC3\xA9sum\xC3\xA9"));
}

TEST_CASE("code keeps its inner layout and nothing of its surroundings") {
  CHECK(identity_of_code("\n    a:\r\n      b  \n\n") == identity_of_code("a:\n  b"));
  CHECK(identity_of_code("a:\n  b") != identity_of_code("a:\nb"));
  CHECK(identity_of_code("A") != identity_of_code("a"));
  CHECK(identity_of_code(" \n \n").empty());
}

TEST_CASE("bytes that are no UTF-8 are kept") {
  CHECK(identity_of("\xFF\xFE x") != identity_of("\xFF\xFD x"));
  CHECK(identity_of("").empty());
  CHECK(identity_of("`").size() == 1);
  CHECK(identity_of("Who said `Be Brief'?") == "who said 'be brief'?");
  CHECK(identity_of("Is ` A  B ` \t a `Name?") == "is ` A B ` a 'name?");
}

}  // namespace
}  // namespace quizlint
