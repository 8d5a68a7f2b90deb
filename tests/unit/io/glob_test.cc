#include "io/glob.h"

#include "catch.h"

using namespace quizlint;

TEST_CASE("a glob matches a path as a whole") {
  struct Row {
    const char* glob;
    const char* path;
    bool matches;
  };
  const Row row = GENERATE(values<Row>({
      {"a.md", "a.md", true},
      {"a.md", "b/a.md", false},
      {"*.md", "a.md", true},
      {"*.md", "b/a.md", false},
      {"a*c*e", "abcde", true},
      {"a*c*e", "abcdef", false},
      {"a?c",
       "a\xC3\xA9"
       "c",
       true},
      {"a?c", "a/c", false},
      {"[a-c]x", "bx", true},
      {"[!a-c]x", "bx", false},
      {"[]x]", "]", true},
      {"[a-", "a", false},
      {"\\*", "*", true},
      {"\\*", "a", false},
      {"**/a", "a", true},
      {"**/a", "x/y/a", true},
      {"a/**/b", "a/b", true},
      {"a/**/b", "a/x/y/b", true},
      {"a/**", "a/x/y", true},
      {"a/**", "a", false},
      {"**/x/**/y.md", "x/y.md", true},
      {"**/x/*/y.md", "q/x/x/z/y.md", true},
      {"**/x/*/y.md", "x/y.md", false},
      {"**", "a/b", true},
      {"", "", true},
  }));
  CAPTURE(row.glob, row.path);
  CHECK(glob_match(row.glob, row.path) == row.matches);
}

TEST_CASE("a glob of many stars takes no exponential time") {
  std::string glob, path;
  for (int i = 0; i < 200; ++i) glob += "a*";
  path.assign(20000, 'a');
  CHECK_FALSE(glob_match(glob + "b", path));
  CHECK(glob_match(glob, path));
}

TEST_CASE("lines of an ignore file become rules") {
  const auto rules = parse_ignore_file("# comment\n\nbuild/\r\n/top.md\n!keep.md\ndocs/*.md  \nodd\\ \n\\#hash\n");
  REQUIRE(rules.size() == 6);
  CHECK(rules[0].folders_only);
  CHECK_FALSE(rules[0].anchored);
  CHECK(rules[1].anchored);
  CHECK(rules[2].negated);
  CHECK(rules[3].glob == "docs/*.md");
  CHECK(matches(rules[4], "odd ", false));
  CHECK(matches(rules[5], "a/#hash", false));
}

TEST_CASE("the last rule that matches decides") {
  const auto rules = parse_ignore_file("*.md\n!keep.md\n/keep.md\n");
  CHECK(decide(rules, "a/b.md", false) == true);
  CHECK(decide(rules, "a/keep.md", false) == false);
  CHECK(decide(rules, "keep.md", false) == true);
  CHECK(decide(rules, "a.txt", false) == std::nullopt);
}

TEST_CASE("a rule covers what lies in the folder it names") {
  const auto rules = parse_ignore_file("vendor/\nlists/**\n");
  CHECK(covers(rules, "a/vendor/b/c.md"));
  CHECK(covers(rules, "lists/a.md"));
  CHECK_FALSE(covers(rules, "vendor"));
  CHECK_FALSE(covers(rules, "a/lists/b.md"));
}
