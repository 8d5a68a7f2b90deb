#include "checks/similarity/phrases.h"

#include "catch.h"

using namespace quizlint;

namespace {

constexpr WordId kEnd = 0;

using Words = std::vector<WordId>;

Words rewritten(const Phrases& phrases, const Words& words) {
  Words out;
  phrases.rewrite(words, words, kEnd, out);
  return out;
}

}  // namespace

TEST_CASE("the longest rule is used, of equal ones the first, and what follows is looked at anew") {
  Phrases phrases;
  phrases.add({.from = {1}, .to = {10}});
  phrases.add({.from = {1, 2, 3}, .to = {30}});
  phrases.add({.from = {1, 2}, .to = {20}});
  phrases.add({.from = {1, 2}, .to = {21}});
  CHECK(rewritten(phrases, {1, 2, 3, 1, 2, 1, 4}) == Words{30, 20, 10, 4});
  CHECK(rewritten(phrases, {2, 3}) == Words{2, 3});
  CHECK(rewritten(phrases, {}).empty());
}

TEST_CASE("a rule with a gap needs something in it and ends the clause") {
  Phrases phrases;
  phrases.add({.from = {1, 2}, .tail = {3}, .to = {9}, .gap = true});
  phrases.add({.from = {1, 2}, .to = {8}});
  CHECK(rewritten(phrases, {1, 2, 5, 6, 3}) == Words{9, 5, 6});
  CHECK(rewritten(phrases, {1, 2, 3}) == Words{8, 3});
  CHECK(rewritten(phrases, {1, 2, 5, 3, kEnd, 1, 2, 4}) == Words{9, 5, kEnd, 8, 4});
}

TEST_CASE("a rule of the start holds at the start of each clause alone") {
  Phrases phrases;
  phrases.add({.from = {1}, .to = {}, .at_start = true});
  CHECK(rewritten(phrases, {1, 2, 1, kEnd, 1, 3}) == Words{2, 1, kEnd, 3});
}

TEST_CASE("rules are matched against keys and leave the words of others") {
  Phrases phrases;
  phrases.add({.from = {1, 1}, .to = {7}});
  Words out;
  phrases.rewrite(Words{11, 12, 13}, Words{1, 1, 1}, kEnd, out);
  CHECK(out == Words{7, 13});
}
