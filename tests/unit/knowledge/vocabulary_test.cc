#include "knowledge/vocabulary.h"

#include <algorithm>

#include "catch.h"

using namespace quizlint;

TEST_CASE("the vocabulary knows words and where they are from") {
  REQUIRE(look_up("complexity"));
  CHECK(look_up("complexity")->source == WordSource::dictionary);
  CHECK_FALSE(look_up("complexity")->capitalised);
  REQUIRE(look_up("kubernetes"));
  CHECK(look_up("kubernetes")->source == WordSource::field);
  CHECK_FALSE(look_up("complexcity"));
  CHECK_FALSE(look_up(""));
  CHECK_FALSE(look_up("complexit"));
}

TEST_CASE("every form that an affix makes is known") {
  for (const char* word : {"questions", "answered", "rebuilding", "unhappiest", "nonstandard", "children"}) {
    INFO(word);
    CHECK(look_up(word));
  }
}

TEST_CASE("names are known by their capital, spellings by their country") {
  CHECK(look_up("paris")->capitalised);
  CHECK(look_up("color")->american);
  CHECK(look_up("colour")->british);
  CHECK_FALSE(look_up("word")->american);
  CHECK_FALSE(look_up("word")->british);
}

TEST_CASE("frequent words have higher figures") {
  CHECK(look_up("the")->frequency > look_up("question")->frequency);
  CHECK(look_up("question")->frequency > look_up("complexity")->frequency);
  CHECK(look_up("complexity")->frequency > look_up("pullulation")->frequency);
}

TEST_CASE("words nearby are found with their distance") {
  const auto edits_to = [](std::string_view from, std::string_view to) {
    const auto near = words_near(from, 2);
    const auto at = std::ranges::find(near, to, &NearWord::word);
    return at == near.end() ? -1 : at->edits;
  };
  CHECK(edits_to("teh", "the") == 1);  // a swap of neighbours
  CHECK(edits_to("complexcity", "complexity") == 1);
  CHECK(edits_to("arhictecture", "architecture") == 2);
  CHECK(edits_to("recieve", "receive") == 1);
  CHECK(edits_to("queston", "question") == 1);
  CHECK(edits_to("quality", "question") == -1);
  CHECK(edits_to("question", "question") == -1);  // itself is not near
  CHECK(edits_to("qeustino", "question") == 2);
  CHECK(edits_to("uqestions", "question") == 2);
  CHECK(edits_to("qusetioon", "question") == 2);
  CHECK(edits_to("uqsteion", "question") == -1);
  CHECK(edits_to("tghe", "the") == 1);
  CHECK(edits_to("htje", "the") == 2);
  CHECK(edits_to("eht", "the") == 2);
}

TEST_CASE("no word is further than was asked, and they come in order") {
  for (const unsigned reach : {1U, 2U})
    for (const char* word : {"a", "th", "qestion", "internationalisations"}) {
      INFO(word << ' ' << reach);
      const auto near = words_near(word, reach);
      CHECK(std::ranges::is_sorted(near, {}, &NearWord::word));
      CHECK(std::ranges::all_of(near, [&](const NearWord& it) { return it.edits > 0 && it.edits <= reach; }));
    }
}

TEST_CASE("words that are too long or empty have no neighbours") {
  CHECK(words_near("", 2).empty());
  CHECK(words_near(std::string(500, 'a'), 2).empty());
}
