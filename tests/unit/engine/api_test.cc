#include <quizlint/quizlint.h>

#include "catch.h"

using namespace quizlint;

TEST_CASE("a text is checked as a library") {
  const api::Result result = api::check_text("bank.md", "**Q:** What is teh cache?\n\n**A:**\n", {.isolated = true});
  REQUIRE(result.errors.empty());
  REQUIRE(result.banks.size() == 1);
  CHECK(result.banks[0].path == "bank.md");
  CHECK(result.banks[0].questions == 1);
  REQUIRE(result.findings.size() == 2);
  const api::Finding& missing = result.findings[0];
  CHECK(missing.check == "unanswered/missing");
  CHECK(missing.severity == api::Severity::error);
  CHECK(missing.question == 1);
  const api::Finding& typo = result.findings[1];
  CHECK(typo.check == "typos/misspelling");
  CHECK(typo.column == 16);
  CHECK(typo.begin == 15);
  REQUIRE_FALSE(typo.fixes.empty());
  CHECK(typo.fixes[0].edits[0].text == "the");
}

TEST_CASE("the library selects checks, and names what is not there") {
  const std::string text = "**Q:** What is teh cache?\n\n**A:**\n";
  const api::Result typos = api::check_text("bank.md", text, {.select = {"typos"}, .isolated = true});
  REQUIRE(typos.findings.size() == 1);
  const api::Result broken = api::check_text("bank.md", text, {.ignore = {"typo"}, .layout = "nonsense"});
  CHECK(broken.errors.size() == 2);
  CHECK(broken.findings.empty());
  CHECK(api::check_paths({"no/such/folder"}).errors.size() == 1);
}
