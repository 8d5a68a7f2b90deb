#include "engine/portions.h"

#include <fmt/format.h>

#include "catch.h"

using namespace quizlint;

namespace {

struct Checked {
  CheckedFile file;
  bool in_portions = false;
};

/// What a file leaves behind that is read in portions of this size, or as a whole.
Checked check(const std::string& name, const std::string& bytes, std::size_t portion) {
  const Knowledge& knowledge = Knowledge::builtin();
  const Catalog catalog = catalog_of(knowledge);
  CommandSettings isolated;
  isolated.isolated = true;
  SettingsBook settings(catalog, isolated);
  Speller speller;
  Source source;
  source.shown = name;
  source.settings = &settings.of("/" + name);
  source.bytes = std::make_shared<const std::string>(bytes);
  const CheckWith with{knowledge, catalog, speller};
  if (portion == 0) return {check_file(with, source, false), false};
  auto file = check_in_portions(with, source, {0, portion});
  return file ? Checked{std::move(*file), true} : Checked{};
}

std::string shown(const Finding& finding) {
  std::string edits;
  for (const Fix& fix : finding.fixes)
    for (const Edit& edit : fix.edits) edits += fmt::format(" {}..{}>{}", edit.span.begin, edit.span.end, edit.text);
  return fmt::format("{} {}..{} {}:{} {}:{} q{} {} {}{}", finding.check, finding.span.begin, finding.span.end,
                     finding.begin.line, finding.begin.column, finding.end.line, finding.end.column, finding.question,
                     finding.message, finding.fingerprint, edits);
}

std::vector<std::string> shown(const std::vector<Finding>& findings) {
  std::vector<std::string> all;
  for (const Finding& finding : findings) all.push_back(shown(finding));
  std::sort(all.begin(), all.end());
  return all;
}

void expect_alike(const std::string& name, const std::string& bytes) {
  const Checked whole = check(name, bytes, 0);
  const Checked parts = check(name, bytes, 700);
  REQUIRE(parts.in_portions);
  REQUIRE(shown(whole.file.findings).size() > 3);
  CHECK(shown(parts.file.findings) == shown(whole.file.findings));
  CHECK(parts.file.summary.questions == whole.file.summary.questions);
  CHECK(parts.file.summary.answered == whole.file.summary.answered);
  REQUIRE(parts.file.digest.questions.size() == whole.file.digest.questions.size());
  for (std::size_t i = 0; i < whole.file.digest.questions.size(); ++i) {
    const QuestionDigest& a = parts.file.digest.questions[i];
    const QuestionDigest& b = whole.file.digest.questions[i];
    CHECK((a.index == b.index && a.stem_span == b.stem_span && a.begin == b.begin && a.span == b.span));
    CHECK(parts.file.digest.stem(a) == whole.file.digest.stem(b));
    CHECK(parts.file.digest.key(a) == whole.file.digest.key(b));
  }
}

}  // namespace

TEST_CASE("JSON Lines in portions give the same findings") {
  std::string bytes;
  for (int i = 0; i < 60; ++i) {
    bytes += fmt::format(
        R"({{"question": "Which rope number {} is is the longest?", "options": ["Rope {}", "Cord", "{}"], "answer": {}}})",
        i, i, i % 7 == 0 ? "Cord" : "Cable", i % 9 == 8 ? 7 : i % 3);
    bytes += i % 20 == 9 ? " x\n" : "\n";
  }
  expect_alike("ropes.jsonl", bytes);
}

TEST_CASE("rows whose cells have line ends are not torn between portions") {
  std::string bytes = "question,answer\r\n";
  for (int i = 0; i < 60; ++i)
    bytes += fmt::format("\"What does\r\n\r\nknot {} {}hold?\",{}\r\n", i, i % 9 == 0 ? "hold " : "",
                         i % 5 == 0 ? "" : "\"A rope,\r\nand \"\"more\"\"\"");
  expect_alike("knots.csv", bytes);
}

TEST_CASE("what counts for the whole file is read as a whole") {
  std::string bytes;
  for (int i = 0; i < 40; ++i)
    bytes += fmt::format("{{\"question\": \"What is knot {}?\", \"answer\": \"A bend.\"}}\n", i);
  CHECK(check("knots.jsonl", bytes, 300).in_portions);
  CHECK_FALSE(check("knots.md", bytes, 300).in_portions);
  CHECK_FALSE(check("knots.jsonl", bytes + "{\"question\": \"caf\xE9?\"}\n", 300).in_portions);
}
