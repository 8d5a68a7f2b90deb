#include "io/process.h"

#include <unistd.h>

#include "catch.h"

using namespace quizlint;

namespace {

Ended ended(const std::vector<std::string>& command, std::string_view input = {}) {
  const auto result = run_program(command, "/", input, {"QUIZLINT_TEST=set"});
  REQUIRE(result);
  return *result;
}

}  // namespace

TEST_CASE("a program reads and writes more than a pipe holds") {
  const std::string much(3'000'000, 'x');
  CHECK(ended({"cat"}, much).output == much);
  const Ended both = ended({"sh", "-c", "tee /dev/stderr; exit 3"}, much);
  CHECK(both.output == much);
  CHECK(both.errors == much);
  CHECK(both.status == 3);
}

TEST_CASE("a program reads its input where ours is closed") {
  const int kept = ::dup(STDIN_FILENO);
  ::close(STDIN_FILENO);
  const Ended copied = ended({"cat"}, "high tide");
  if (kept >= 0) {
    ::dup2(kept, STDIN_FILENO);
    ::close(kept);
  }
  CHECK(copied.output == "high tide");
  CHECK(copied.status == 0);
}

TEST_CASE("a program that does not read its input ends as it likes") {
  CHECK(ended({"true"}, std::string(3'000'000, 'x')).status == 0);
  CHECK(ended({"sh", "-c", "kill -9 $$"}).status == 128 + 9);
}

TEST_CASE("arguments, folder and variables reach a program as they are") {
  CHECK(ended({"printf", "%s", "$(id) 'a' \"b\""}).output == "$(id) 'a' \"b\"");
  CHECK(ended({"sh", "-c", "echo $PWD $QUIZLINT_TEST"}).output == "/ set\n");
}

TEST_CASE("a program that cannot be started is an error") {
  const auto result = run_program({"quizlint-no-such-program"}, "/", {}, {});
  REQUIRE_FALSE(result);
  CHECK(result.error().message.find("No such file") != std::string::npos);
  CHECK_FALSE(run_program({"true"}, "/no/such/folder", {}, {}));
}
