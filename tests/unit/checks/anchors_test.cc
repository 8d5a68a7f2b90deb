#include "checks/structure/anchors.h"

#include "catch.h"
#include "formats/reader.h"

namespace quizlint::test {
namespace {

std::vector<std::string> names(std::string_view markdown, AnchorRule rule = AnchorRule::github) {
  const Bank bank = read_bank("page.md", markdown, {});
  std::vector<std::string> all;
  for (const auto& [name, place] : anchors_of(bank, rule).places) all.push_back(name);
  std::sort(all.begin(), all.end());
  return all;
}

using Names = std::vector<std::string>;

TEST_CASE("an anchor is lower case, without punctuation, with a dash for each blank") {
  CHECK(anchor_of("What is a mutex?") == "what-is-a-mutex");
  CHECK(anchor_of("C++ & C: what differs?") == "c--c-what-differs");
  CHECK(anchor_of("`__init__` and self-made_names") == "__init__-and-self-made_names");
  CHECK(anchor_of("1. Was heißt Übermaß?") == "1-was-heißt-übermaß");
  CHECK(anchor_of("什么是变量？") == "什么是变量");
  CHECK(anchor_of("ÉTUDES") == "études");
}

TEST_CASE("an emoji leaves the blank behind it") {
  CHECK(anchor_of("🚀 Start") == "-start");
  CHECK(anchor_of("⚙️ Settings") == "-settings");
  CHECK(anchor_of(":rocket: Start") == "rocket-start");
}

TEST_CASE("other generators make other anchors") {
  CHECK(anchor_of("C++ & C: what differs?", AnchorRule::squeezed) == "c-c-what-differs");
  CHECK(anchor_of("🚀 Start", AnchorRule::squeezed) == "start");
  CHECK(anchor_of("1. Naïve start", AnchorRule::kramdown) == "nave-start");
  CHECK(anchor_of("What's new?", AnchorRule::literal) == "what's-new?");
}

TEST_CASE("the second heading of a name gets -1, the third -2") {
  CHECK(names("# A b\n\n# A b\n\n## A b!\n") == Names{"a-b", "a-b-1", "a-b-2", "a-b_1", "a-b_2"});
}

TEST_CASE("links in headings count as their text, and emphasis as its own") {
  CHECK(names("## See [the *docs*](https://example.org) **now**\n") == Names{"see-the-docs-now"});
}

TEST_CASE("anchors that are written count") {
  CHECK(names("<a name=\"top\"></a>\n\n## One\n\n<div id='two'></div>\n\n<h3 id=\"Three\">Third</h3>\n") ==
        Names{"one", "third", "three", "top", "two"});
  CHECK(names("## Locks {#locks-and-more}\n") == Names{"locks", "locks-and-more"});
  CHECK(names("## Locks {: #kramdown }\n") == Names{"kramdown", "locks"});
}

TEST_CASE("targets are compared decoded and in lower case") {
  CHECK(anchor_key("What-Is") == "what-is");
  CHECK(anchor_key("was-hei%C3%9Ft") == "was-heißt");
  CHECK(anchor_key("user-content-a") == "a");
  CHECK(anchor_key("100%") == "100%");
}

}  // namespace
}  // namespace quizlint::test
