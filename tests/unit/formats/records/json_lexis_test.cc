#include "formats/records/json_lexis.h"

#include <string>

#include "catch.h"

using namespace quizlint;
using namespace quizlint::records;

TEST_CASE("the plain run of a string ends at the first sign that may mean more") {
  for (Offset size = 1; size < 20; ++size)
    for (Offset at = 0; at < size; ++at)
      for (const char sign : {'"', '\\', '\n', '\x1F', '\0'}) {
        std::string text(size, '\'');
        text[at] = sign;
        CHECK(behind_plain(text, 0, size, '"') == at);
        CHECK(behind_plain(text, 0, at, '"') == at);
        CHECK(behind_plain(text, at + 1, size, '"') == size);
      }
}

TEST_CASE("another quotation mark than the string's and letters of all scripts are plain") {
  const std::string text = "it's the same in Łódź, 東京 and \x7F";
  const auto size = static_cast<Offset>(text.size());
  CHECK(behind_plain(text, 0, size, '"') == size);
  CHECK(behind_plain(text, 0, size, '\'') == 2);
}
