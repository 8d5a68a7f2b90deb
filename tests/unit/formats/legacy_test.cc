#include "formats/legacy.h"

#include "catch.h"
#include "formats/reader.h"
#include "support/invariants.h"

using namespace quizlint;
using namespace std::string_view_literals;

namespace {

std::string utf8_of(std::string_view bytes) {
  const auto text = transcoded(bytes);
  return text ? text->chars() : "UTF-8";
}

}  // namespace

TEST_CASE("the likely encoding of a file is found") {
  CHECK(utf8_of("caf\xC3\xA9") == "UTF-8");
  CHECK(utf8_of("caf\xE9 \x93so\x94") == "caf\xC3\xA9 \xE2\x80\x9Cso\xE2\x80\x9D");
  CHECK(utf8_of("caf\xC3\xA9 and caf\xE9") == "caf\xC3\xA9 and caf\xC3\xA9");
  CHECK(utf8_of("\xFF\xFE\x41\x00\xE9\x00\x3D\xD8\x00\xDE"sv) == "A\xC3\xA9\xF0\x9F\x98\x80");
  CHECK(utf8_of("\xFE\xFF\x00\x41\x00\xE9"sv) == "A\xC3\xA9");
}

TEST_CASE("Cyrillic comes in words") {
  // "столица какой страны" in Windows-1251 and KOI8-R.
  constexpr std::string_view kExpected = "столица какой страны сейчас";
  CHECK(
      utf8_of("\xF1\xF2\xEE\xEB\xE8\xF6\xE0 \xEA\xE0\xEA\xEE\xE9 \xF1\xF2\xF0\xE0\xED\xFB \xF1\xE5\xE9\xF7\xE0\xF1") ==
      kExpected);
  CHECK(
      utf8_of("\xD3\xD4\xCF\xCC\xC9\xC3\xC1 \xCB\xC1\xCB\xCF\xCA \xD3\xD4\xD2\xC1\xCE\xD9 \xD3\xC5\xCA\xDE\xC1\xD3") ==
      kExpected);
}

TEST_CASE("a bank in another encoding points at the bytes of its file") {
  constexpr std::string_view kBytes = "**Q:** Is caf\xE9 French?\n\n**A:** Yes, and \x93th\xE9\x94 too.\n";
  const Bank bank = read_bank("bank.md", kBytes, {});
  REQUIRE(bank.questions.size() == 1);
  CHECK(bank.fixable);
  CHECK(plain(bank, bank.questions[0].stem) == "Is caf\xC3\xA9 French?");
  CHECK(slice(kBytes, source_of(bank, bank.questions[0].stem[0])) == "Is caf\xE9 French?");
  CHECK(test::broken_invariants(bank, kBytes).empty());
}

TEST_CASE("UTF-16 is read") {
  std::string bytes = "\xFF\xFE";
  for (const char c : "[{\"question\": \"What is a bit?\", \"answer\": \"0 or 1\"}]"sv) bytes += {c, '\0'};
  const Bank bank = read_bank("bank.json", bytes, {});
  REQUIRE(bank.questions.size() == 1);
  CHECK_FALSE(bank.fixable);
  CHECK(plain(bank, bank.questions[0].answer) == "0 or 1");
  CHECK(test::broken_invariants(bank, bytes).empty());
}

TEST_CASE("a program is no text") {
  const std::string bytes("#Q \0\0\0\0 ^ \0", 12);
  CHECK(is_binary(bytes));
  CHECK(read_bank("program", bytes, {}).questions.empty());
  CHECK_FALSE(is_binary("\xFF\xFE\x41\x00"sv));
}
