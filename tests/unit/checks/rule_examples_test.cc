#include "checks/rule_examples.h"

#include "catch.h"

namespace quizlint {
namespace {

TEST_CASE("every rule finds its hits and passes its misses by") {
  for (const Rule& rule : Knowledge::builtin().rules())
    for (const std::string& failure : failing_examples(rule)) FAIL_CHECK(failure);
}

TEST_CASE("every pattern has hits and misses, and every rule says what it is for") {
  for (const Rule& rule : Knowledge::builtin().rules()) {
    INFO(rule.id);
    CHECK_FALSE(rule.explain.empty());
    CHECK_FALSE(rule.summary.empty());
    for (const RulePattern& pattern : rule.patterns) {
      INFO(pattern.name);
      CHECK(pattern.hits.size() + rule.hits.size() > 0);
      CHECK(pattern.misses.size() + rule.misses.size() > 0);
    }
  }
}

}  // namespace
}  // namespace quizlint
