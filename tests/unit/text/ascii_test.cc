#include "text/ascii.h"

#include <string>

#include "catch.h"
#include "text/utf8.h"

using namespace quizlint;

TEST_CASE("the end of ASCII is found wherever it stands") {
  for (std::size_t size = 0; size < 40; ++size) {
    const std::string plain(size, '\x7F');
    CHECK(ascii_end(plain) == size);
    CHECK(is_ascii(plain));
    for (std::size_t at = 0; at < size; ++at) {
      std::string text = plain;
      text[at] = '\x80';
      CHECK(ascii_end(text) == at);
      CHECK(ascii_end(text, at + 1) == size);
      CHECK_FALSE(is_ascii(text));
      CHECK(first_invalid(text) == at);
    }
  }
}

TEST_CASE("eight bytes tell whether one of them is sought") {
  for (int place = 0; place < 8; ++place)
    for (int byte = 0; byte < 256; ++byte) {
      std::string text(8, '~');
      text[static_cast<std::size_t>(place)] = static_cast<char>(byte);
      CHECK((any_below(eight_at(text.data()), 0x20) != 0) == (byte < 0x20));
      CHECK((any_is(eight_at(text.data()), '"') != 0) == (byte == '"'));
    }
}
