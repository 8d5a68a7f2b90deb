#include <memory>

#include "catch.h"
#include "report/reporter.h"

using namespace quizlint;

namespace {

Finding finding(const std::string& bytes, Span span, const std::string& check) {
  Finding made;
  made.check = check;
  made.path = "a.md";
  made.span = span;
  made.message = "message";
  const LineIndex lines(bytes);
  made.begin = lines.position(span.begin);
  made.end = lines.position(span.end);
  return made;
}

std::string full(const std::string& bytes, std::vector<Finding> findings, const Style& style = {}) {
  Outcome outcome;
  outcome.banks = {{"a.md", "qa-labels", "en", 2, 1}};
  outcome.findings = std::move(findings);
  outcome.sources["a.md"] = std::make_shared<const std::string>(bytes);
  return reporter_named("full")->write({outcome, {}, style});
}

}  // namespace

TEST_CASE("full shows the line with the fault underlined, and help") {
  const std::string bytes = "1. What is a wrod?\n";
  Finding made = finding(bytes, {13, 17}, "typos/misspelling");
  made.fixes = {{"Replace with 'word'", Safety::safe, {{{13, 17}, "word"}}}};
  CHECK(full(bytes, {made}) == R"(warning[typos/misspelling]: message
 --> a.md:1:14
  |
1 | 1. What is a wrod?
  |              ^^^^
  |
  = help: replace with 'word'

1 bank, 2 questions, 1 answered: 1 warning
1 finding can be mended at once: quizlint check --fix
)");
}

TEST_CASE("full shows the related place as a second excerpt") {
  std::string bytes = "What is TCP?\n";
  for (int i = 0; i < 8; ++i) bytes += "\n";
  bytes += "What is TCP?\n";
  Finding made = finding(bytes, {21, 33}, "duplicates/exact");
  made.severity = Severity::error;
  made.related = {{"a.md", {0, 12}, {1, 1}, {1, 13}, "first asked here"}};
  CHECK(full(bytes, {made}) == R"(error[duplicates/exact]: message
  --> a.md:10:1
   |
10 | What is TCP?
   | ^^^^^^^^^^^^
   |
  ::: a.md:1:1
   |
 1 | What is TCP?
   | ------------ first asked here

1 bank, 2 questions, 1 answered: 1 error
)");
}

TEST_CASE("full draws a bar beside several lines and leaves out the middle of many") {
  const std::string bytes = "one\ntwo\nthree\n4\n5\n6\n7\n8\nnine\n";
  CHECK(full(bytes, {finding(bytes, {0, 7}, "fragments/stray-text")}).find(R"(
1 | / one
2 | | two
  | |___^
)") != std::string::npos);
  CHECK(full(bytes, {finding(bytes, {0, 28}, "fragments/stray-text")}).find(R"(
1 | / one
2 | | two
3 | | three
4 | | 4
... |
9 | | nine
  | |____^
)") != std::string::npos);
}

TEST_CASE("full folds more than ten like findings of one bank") {
  std::string bytes;
  std::vector<Finding> findings;
  for (Offset i = 0; i < 13; ++i) bytes += "q?\n";
  for (Offset i = 0; i < 13; ++i) findings.push_back(finding(bytes, {3 * i, 3 * i + 2}, "unanswered/missing"));
  const std::string folded = full(bytes, findings);
  CHECK(folded.find("a.md:10:1") != std::string::npos);
  CHECK(folded.find("a.md:11:1") == std::string::npos);
  CHECK(folded.find("... and 3 more of unanswered/missing in a.md (--verbose shows them)") != std::string::npos);
  CHECK(folded.find("13 warnings") != std::string::npos);
  CHECK(full(bytes, findings, {false, false}).find("a.md:13:1") != std::string::npos);
}

TEST_CASE("full says so where there is nothing to mend") {
  CHECK(full("", {}) == "1 bank, 2 questions, 1 answered: nothing to mend\n");
}
