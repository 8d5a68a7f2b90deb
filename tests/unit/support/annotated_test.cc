#include "support/annotated.h"

#include "catch.h"

namespace quizlint::test {
namespace {

/// A finding of `check` at [begin, end) of `bytes`.
Finding found(const std::string& check, const std::string& bytes, Span span) {
  const LineIndex lines(bytes);
  Finding finding;
  finding.check = check;
  finding.span = span;
  finding.begin = lines.position(span.begin);
  finding.end = lines.position(span.end);
  finding.message = "a message";
  return finding;
}

TEST_CASE("annotations are cut out and read") {
  const Annotated bank = read_annotated(
      "//~! select=typos answers=none\n"
      "one two\n"
      "//~ ^^^ typos/misspelling \"tow\"\n"
      "//~1-3 typos/spacing\n"
      "three\n"
      "//~< unanswered/missing\n");
  CHECK(bank.bytes == "one two\nthree\n");
  CHECK(bank.options.at("select") == "typos");
  CHECK(bank.options.at("answers") == "none");
  REQUIRE(bank.expected.size() == 3);
  CHECK(bank.expected[0].line == 1);
  CHECK(bank.expected[0].column == 5);
  CHECK(bank.expected[0].end_column == 8);
  CHECK(bank.expected[0].quoted == "tow");
  CHECK(bank.expected[1].end_column == 4);
  CHECK(bank.expected[2].line == 2);
  CHECK(bank.malformed.empty());
}

TEST_CASE("an annotation that says nothing is a fault, not silence") {
  CHECK(read_annotated("//~ ^^^ typos/x\nfirst\n").malformed.size() == 1);
  CHECK(read_annotated("line\n//~ typos/x\n").malformed.size() == 1);
  CHECK(read_annotated("line\n//~ ^^^ typos\n").malformed.size() == 1);
  CHECK(read_annotated("line\n//~ ^^^ typos/x \"a\n").malformed.size() == 1);
}

TEST_CASE("only the very finding meets an annotation") {
  const Annotated bank = read_annotated("one two\n//~ ^^^ typos/x\n");
  const auto faults = [&](const Finding& finding) { return differences(bank, "f", {finding}).size(); };
  CHECK(faults(found("typos/x", bank.bytes, {4, 7})) == 0);
  CHECK(faults(found("typos/y", bank.bytes, {4, 7})) == 2);
  CHECK(faults(found("typos/x", bank.bytes, {3, 7})) == 2);
  CHECK(faults(found("typos/x", bank.bytes, {4, 6})) == 2);
  CHECK(differences(bank, "f", {}).size() == 1);
}

TEST_CASE("one annotation is met by one finding") {
  const Annotated bank = read_annotated("one two\n//~< typos/x\n");
  const Finding finding = found("typos/x", bank.bytes, {4, 7});
  CHECK(differences(bank, "f", {finding}).empty());
  CHECK(differences(bank, "f", {finding, finding}) ==
        std::vector<std::string>{"f:1: not expected: typos/x in columns 5-7: a message"});
}

TEST_CASE("quoted text is the first fix or a part of the message") {
  const auto faults = [](const std::string& quoted) {
    const Annotated bank = read_annotated("teh\n//~1-3 typos/x \"" + quoted + "\"\n");
    Finding finding = found("typos/x", bank.bytes, {0, 3});
    finding.fixes = {{"", Safety::safe, {{{0, 3}, "the"}}}, {"", Safety::safe, {{{0, 3}, "ten"}}}};
    return differences(bank, "f", {finding}).size();
  };
  CHECK(faults("the") == 0);
  CHECK(faults("message") == 0);
  CHECK(faults("ten") == 2);
}

}  // namespace
}  // namespace quizlint::test
