#include "catch.h"
#include "knowledge/loader.h"
#include "knowledge/nearest.h"
#include "support/files.h"

namespace quizlint {
namespace {

std::vector<RuleFile> rule_files() {
  std::vector<RuleFile> files;
  for (const test::Fixture& file : test::files_below("rules"))
    if (!file.path.starts_with("rules/vocabular")) files.push_back({file.path, file.path.substr(6), file.bytes});
  return files;
}

template <typename T>
std::vector<T> listed(std::span<const T> values) {
  return {values.begin(), values.end()};
}

void check_same(const Pattern& a, const Pattern& b) {
  CHECK(a.expression() == b.expression());
  CHECK(a.literals() == b.literals());
}

void check_same(const RulePattern& a, const RulePattern& b) {
  CHECK(a.name == b.name);
  check_same(a.pattern, b.pattern);
  check_same(a.unless, b.unless);
  CHECK(a.message == b.message);
  CHECK(a.fix == b.fix);
  CHECK(a.safety == b.safety);
  CHECK(a.whole == b.whole);
  CHECK(listed(a.except) == listed(b.except));
  CHECK(listed(a.hits) == listed(b.hits));
  CHECK(listed(a.misses) == listed(b.misses));
}

void check_same(const Rule& a, const Rule& b) {
  CHECK(a.id == b.id);
  CHECK(a.severity == b.severity);
  CHECK(a.on_by_default == b.on_by_default);
  CHECK(listed(a.in) == listed(b.in));
  CHECK(a.max_words == b.max_words);
  CHECK(a.language == b.language);
  CHECK(a.summary == b.summary);
  CHECK(a.explain == b.explain);
  CHECK(a.bad == b.bad);
  CHECK(a.good == b.good);
  CHECK(listed(a.hits) == listed(b.hits));
  CHECK(listed(a.misses) == listed(b.misses));
  REQUIRE(a.patterns.size() == b.patterns.size());
  for (std::size_t i = 0; i < a.patterns.size(); ++i) check_same(a.patterns[i], b.patterns[i]);
}

TEST_CASE("the tables in the program are what loading rules/ at run time gives") {
  Arena arena;
  std::vector<RuleError> errors;
  const Tables loaded = load_rules(rule_files(), arena, errors);
  const Tables& builtin = builtin_tables();
  for (const RuleError& error : errors) FAIL_CHECK(error.path << ": " << error.message);
  REQUIRE(loaded.rules.size() == builtin.rules.size());
  for (std::size_t i = 0; i < loaded.rules.size(); ++i) check_same(builtin.rules[i], loaded.rules[i]);
  REQUIRE(loaded.lists.size() == builtin.lists.size());
  for (std::size_t i = 0; i < loaded.lists.size(); ++i) {
    CHECK(builtin.lists[i].name == loaded.lists[i].name);
    CHECK(listed(builtin.lists[i].words) == listed(loaded.lists[i].words));
  }
}

TEST_CASE("labels and boilerplate titles are known in many languages") {
  const Knowledge& knowledge = Knowledge::builtin();
  for (const char* label : {"a", "answer", "antwort", "réponse", "respuesta", "ответ", "答案", "답변"})
    CHECK(holds(knowledge.words("labels/answer"), label));
  for (const char* label : {"q", "frage", "вопрос", "質問"}) CHECK(holds(knowledge.words("labels/question"), label));
  for (const char* title : {"table of contents", "contributing", "license", "references", "prerequisites", "目录"})
    CHECK(holds(knowledge.words("sections/boilerplate"), title));
  CHECK(knowledge.words("labels/no-such-list").empty());
}

TEST_CASE("the nearest name is the one a slip away") {
  static constexpr std::string_view kNames[] = {"message", "misses", "hits", "in"};
  CHECK(nearest("mesage", kNames) == "message");
  CHECK(nearest("hist", kNames) == "hits");
  CHECK(nearest("zebra", kNames) == "");
}

}  // namespace
}  // namespace quizlint
