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

TEST_CASE("a section in which nothing is answered is a list of questions") {
  const std::string answered =
      "# Harbours\n\n## The pier\n\n### What is a pier built on?\n\nOn piles.\n\n### Who keeps it lit?\n\nThe harbour "
      "master.\n\n### Where do fishing boats lie?\n\n### Why is the mole longer?\n\nIt has to break the swell.\n\n";
  const std::string mere = "## To think about\n\n### How would you dredge it?\n\n### Which flags may a pilot show?\n\n";
  CHECK(severities((answered + mere).c_str(), "auto") == "13:error 21:error 23:error ");
  CHECK(severities((answered + mere + "### When is it closed?\n").c_str(), "auto") ==
        "13:error 21:info 23:info 25:info ");
}

TEST_CASE("where hardly anything is answered and nothing marks an answer, none is missing for sure") {
  const std::string few =
      "## Wind\n\n### What is a lull?\n\nA short calm in the wind.\n\n### What is a squall?\n\n## Water\n\n### What is "
      "an "
      "ebb?\n\nWater that runs off to the sea.\n\n### What is a bore?\n\n### What is a seiche?\n\n";
  CHECK(severities(few.c_str(), "auto") == "7:info 15:info 17:info ");
}

TEST_CASE("a quiz without any key below answered questions has its keys elsewhere") {
  const std::string bank =
      "# Ropes\n\n## What is a mole?\n\nA wall in the sea.\n\n## Which rope floats?\n\n- [ ] One of hemp\n- [ ] One of "
      "polypropylene\n\n## Which rope rots?\n\n- [ ] One of steel\n- [ ] One of hemp\n\n## Which rope sinks?\n\n";
  const auto all = [](const std::string& text) {
    std::string out;
    for (const Finding& found : test::lint({{"bank.md", text}}, {{"select", "choices/no-key"}}))
      out += fmt::format("{}:{} ", found.begin.line, name_of(found.severity));
    return out;
  };
  CHECK(all(bank + "- [ ] One of steel\n- [ ] One of cork\n") == "7:info 12:info 17:info ");
  CHECK(all(bank + "- [x] One of steel\n- [ ] One of cork\n") == "7:error 12:error ");
}

}  // namespace
}  // namespace quizlint
