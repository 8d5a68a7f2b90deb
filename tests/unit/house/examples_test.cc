#include <algorithm>

#include "catch.h"
#include "engine/catalog.h"
#include "support/lint.h"

// `quizlint explain` prints a bad and a good example of each check: the bad one must give the check's finding, the good
// one must not.
namespace quizlint::test {
namespace {

bool finds(const CheckInfo& check, std::string_view example) {
  const std::string id(check.id);
  const auto findings = lint({{"example.md", std::string(example)}}, {{"select", id}});
  return std::any_of(findings.begin(), findings.end(), [&](const Finding& finding) { return finding.check == id; });
}

TEST_CASE("the examples of every check do what they say") {
  const Catalog catalog = catalog_of(Knowledge::builtin());
  REQUIRE_FALSE(catalog.checks.empty());
  for (const CheckInfo& check : catalog.checks) {
    INFO(check.id);
    CHECK_FALSE(check.summary.empty());
    CHECK_FALSE(check.why.empty());
    CHECK_FALSE(check.bad.empty());
    CHECK_FALSE(check.good.empty());
    CHECK(finds(check, check.bad));
    CHECK_FALSE(finds(check, check.good));
  }
}

}  // namespace
}  // namespace quizlint::test
