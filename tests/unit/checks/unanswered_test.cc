#include <fmt/format.h>

#include "catch.h"
#include "support/lint.h"

namespace quizlint {
namespace {

constexpr const char* kList =
    "> Locks\n### What is a mutex?\n\n### What is a spin lock?\n\n### When would you use a semaphore?\n\n> Threads\n"
    "### What is a thread?\n\n### How do threads differ from processes?\n";
constexpr const char* kAnswered =
    "**Q:** What is a mutex?\n**A:** A lock.\n\n**Q:** What is a thread?\n**A:**\n\n**Q:** What is a queue?\n**A:** A "
    "line.\n";

/// The severities of unanswered/missing in a bank.
std::string severities(const char* bank, const std::string& answers) {
  std::string all;
  for (const Finding& found : test::lint({{"bank.md", bank}}, {{"select", "unanswered/missing"}, {"answers", answers}}))
    all += fmt::format("{}:{} ", found.begin.line, name_of(found.severity));
  return all;
}

TEST_CASE("a missing answer weighs what the bank and its configuration say") {
  CHECK(severities(kAnswered, "auto") == "4:error ");
  CHECK(severities(kAnswered, "optional") == "4:info ");
  CHECK(severities(kAnswered, "none") == "");
  CHECK(severities(kList, "auto") == "2:info 4:info 6:info 9:info 11:info ");
  CHECK(severities(kList, "required") == "2:error 4:error 6:error 9:error 11:error ");
  CHECK(severities(kList, "none") == "");
}

}  // namespace
}  // namespace quizlint
