#include <algorithm>

#include "catch.h"
#include "engine/catalog.h"
#include "support/lint.h"

// `quizlint explain` prints a bad and a good example of each check: the bad one must give the check's finding, the good
// one must not.
namespace quizlint::test {
namespace {

/// An example of several banks has each behind a line `==> name.md <==`.
std::vector<Fixture> files_of(std::string_view example) {
  std::vector<Fixture> files;
  while (example.starts_with("==> ")) {
    const std::size_t end = example.find(" <==\n");
    REQUIRE(end != std::string_view::npos);
    const std::size_t next = std::min(example.find("==> ", end), example.size());
    files.push_back({std::string(example.substr(4, end - 4)), std::string(example.substr(end + 5, next - end - 5))});
    example.remove_prefix(next);
  }
  if (files.empty()) files.push_back({"example.md", std::string(example)});
  return files;
}

bool finds(const CheckInfo& check, std::string_view example) {
  const std::string id(check.id);
  const auto findings = lint(files_of(example), {{"select", id}});
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
