#include "engine/edits.h"

#include "catch.h"

using namespace quizlint;

namespace {

Finding with(std::vector<Edit> edits, Safety safety = Safety::safe) {
  Finding finding;
  finding.fixes = {{"", safety, std::move(edits)}};
  return finding;
}

std::string applied(const std::vector<Finding>& findings, bool unsafe_too = false) {
  return apply_fixes("0123456789", findings, unsafe_too).bytes;
}

}  // namespace

TEST_CASE("fixes apply together where they do not meet") {
  CHECK(applied({}) == "0123456789");
  CHECK(applied({with({{{8, 9}, "x"}}), with({{{1, 3}, ""}}), with({{{5, 5}, "+"}})}) == "034+567x9");
  CHECK(applied({with({{{1, 3}, "a"}}), with({{{3, 4}, "b"}})}) == "0ab456789");
  CHECK(applied({with({{{0, 0}, "<"}, {{10, 10}, ">"}})}) == "<0123456789>");
}

TEST_CASE("a fix that meets an earlier one waits as a whole") {
  CHECK(applied({with({{{1, 3}, "a"}}), with({{{2, 4}, "b"}})}) == "0a3456789");
  CHECK(applied({with({{{1, 3}, "a"}}), with({{{6, 7}, "c"}, {{2, 4}, "b"}})}) == "0a3456789");
  CHECK(applied({with({{{4, 4}, "a"}}), with({{{4, 4}, "b"}})}) == "0123a456789");
  CHECK(applied({with({{{4, 4}, "a"}}), with({{{4, 6}, "b"}})}) == "0123a456789");
  CHECK(applied({with({{{2, 8}, "a"}}), with({{{4, 5}, "b"}})}) == "01a89");
}

TEST_CASE("a fix that does not fit is left out") {
  CHECK(applied({with({{{9, 11}, "a"}})}) == "0123456789");
  CHECK(applied({with({{{1, 3}, "a"}, {{2, 4}, "b"}})}) == "0123456789");
  CHECK(apply_fixes("0", {}, false).fixes == 0);
}

TEST_CASE("unsafe fixes apply when they are asked for, suggestions never") {
  CHECK(applied({with({{{0, 1}, "a"}}, Safety::unsafe)}) == "0123456789");
  CHECK(applied({with({{{0, 1}, "a"}}, Safety::unsafe)}, true) == "a123456789");
  CHECK(applied({with({{{0, 1}, "a"}}, Safety::suggestion)}, true) == "0123456789");
}
