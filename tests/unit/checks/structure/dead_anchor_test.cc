#include "catch.h"
#include "support/lint.h"

using namespace quizlint;

TEST_CASE("a dead link below each of many questions is told once, in linear time") {
  std::string bytes;
  for (int i = 0; i < 40000; ++i)
    bytes += "### What is thing " + std::to_string(i) + " for?\n\nIt is for number " + std::to_string(i) +
             ". See [the start](#begin).\n\n";
  const auto findings = test::lint({{"things.md", bytes}}, {{"select", "structure/contents-drift"}});
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].message.find("40000 links") != std::string::npos);
}
