#include "report/excerpt.h"

#include "catch.h"

using namespace quizlint;

namespace {

ShownLine show(std::string_view line, Span mark, unsigned columns = 40) {
  return show_line(line, {0, static_cast<Offset>(line.size())}, mark, columns);
}

}  // namespace

TEST_CASE("a mark counts the cells of a terminal, not bytes") {
  struct Row {
    std::string_view line;
    Span mark;
    std::size_t before, marked;
  };
  const Row row = GENERATE(values<Row>({
      {"plain word", {6, 10}, 6, 4},
      {"\xE4\xBD\xA0\xE5\xA5\xBD abc", {7, 10}, 5, 3},  // two wide characters before
      {"\xE4\xBD\xA0\xE5\xA5\xBD abc", {0, 6}, 0, 4},   // two wide characters marked
      {"cafe\xCC\x81 teh", {7, 10}, 5, 3},              // a combining accent takes no cell
      {"\tteh", {1, 4}, 4, 3},                          // a tab is spread
      {"a\xFFteh", {2, 5}, 2, 3},                       // a broken byte is one sign
      {"a\xE2\x80\x8B"
       "b",
       {1, 4},
       1,
       8},  // a zero-width space is named
      {"end", {3, 3}, 3, 1},
  }));
  const ShownLine shown = show(row.line, row.mark);
  CAPTURE(shown.text);
  CHECK(shown.before == row.before);
  CHECK(shown.marked == row.marked);
}

TEST_CASE("what cannot be seen is named, what is at home is not") {
  CHECK(show("a\xE2\x80\x8B"
             "b",
             {0, 1})
            .text == "a<U+200B>b");
  CHECK(show("\xF0\x9F\x91\xA9\xE2\x80\x8D\xF0\x9F\x92\xBB", {0, 4}).text ==
        "\xF0\x9F\x91\xA9\xE2\x80\x8D\xF0\x9F\x92\xBB");
  CHECK(show("\xEF\xBB\xBFtext", {3, 7}).text == "text");
}

TEST_CASE("a long line is cut around the mark") {
  std::string line(10'000'000, 'x');
  line.replace(5'000'000, 3, "teh");
  const ShownLine shown = show(line, {5'000'000, 5'000'003}, 40);
  CHECK(shown.text.starts_with("\xE2\x80\xA6x"));
  CHECK(shown.text.ends_with("x\xE2\x80\xA6"));
  CHECK(shown.text.size() == 38 + 2 * 3);
  CHECK(shown.text.substr(shown.before + 2, 3) == "teh");
  CHECK(shown.marked == 3);
}

TEST_CASE("a long line keeps its begin or end where the mark stands there") {
  const std::string line = "teh" + std::string(100, 'x') + "end";
  CHECK(show(line, {0, 3}, 40).text.starts_with("teh"));
  CHECK(show(line, {0, 3}, 40).before == 0);
  CHECK(show(line, {103, 106}, 40).text.ends_with("xend"));
  const ShownLine all = show(line, {0, 106}, 40);
  CHECK(all.marked == 38);
}

TEST_CASE("a mark that goes on behind its line ends with the line") {
  const ShownLine shown = show_line("one\ntwo", {0, 3}, {1, 7}, 40);
  CHECK(shown.before == 1);
  CHECK(shown.marked == 2);
}
