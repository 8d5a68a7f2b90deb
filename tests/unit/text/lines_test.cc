#include "text/lines.h"

#include "catch.h"

namespace quizlint {
namespace {

TEST_CASE("LF and CRLF end a line, a lone CR does not") {
  const LineIndex lines("one\r\ntwo\nth\rree");
  REQUIRE(lines.count() == 3);
  CHECK(lines.content(0) == Span{0, 3});
  CHECK(lines.full(0) == Span{0, 5});
  CHECK(lines.content(1) == Span{5, 8});
  CHECK(lines.content(2) == Span{9, 15});
}

TEST_CASE("a final line end begins no further line") {
  CHECK(LineIndex("").count() == 0);
  CHECK(LineIndex("\n").count() == 1);
  CHECK(LineIndex("a\n").count() == 1);
  CHECK(LineIndex("a\n\n").count() == 2);
}

TEST_CASE("columns count code points from 1") {
  const std::string_view bytes = "a\n\xC3\xA9\xE2\x82\xAC\xF0\x9F\x98\x80z\n";
  const LineIndex lines(bytes);
  CHECK(lines.position(2) == Position{2, 1});
  CHECK(lines.position(4) == Position{2, 2});
  CHECK(lines.position(7) == Position{2, 3});
  CHECK(lines.position(11) == Position{2, 4});
  CHECK(lines.position(static_cast<Offset>(bytes.size())) == Position{2, 6});
}

TEST_CASE("a long line has the columns that a short one has") {
  std::string bytes = "a\n";
  while (bytes.size() < 30'000) bytes += "\xC3\xA9x\xE2\x82\xAC";
  bytes += "\nlast";
  const LineIndex lines(bytes);
  for (Offset at = 2; at < bytes.size() - 5; at += 6) {
    CHECK(lines.position(at) == Position{2, (at - 2) / 6 * 3 + 1});
    CHECK(lines.position(at + 3) == Position{2, (at - 2) / 6 * 3 + 3});
  }
  CHECK(lines.position(static_cast<Offset>(bytes.size()) - 1) == Position{3, 4});
}

}  // namespace
}  // namespace quizlint
