#include "checks/rule_check.h"

#include "catch.h"
#include "checks/speller.h"
#include "formats/reader.h"
#include "knowledge/loader.h"

namespace quizlint {
namespace {

/// One rule on its own, and what it finds in a bank.
struct Bench {
  std::vector<RuleError> errors;
  Arena arena;
  Tables tables;

  explicit Bench(const std::string& yaml) {
    const std::vector<RuleFile> files = {{"rule.yaml", "house/rule.yaml", yaml}};
    tables = load_rules(files, arena, errors);
    REQUIRE(errors.empty());
  }

  const Rule& rule() const { return tables.rules[0]; }

  std::vector<Finding> in(const std::string& bytes, const std::string& path = "bank.md") const {
    const Bank bank = read_bank(path, bytes, {});
    std::vector<Finding> findings;
    run_rule(rule(), bank, [&](Finding found) { findings.push_back(std::move(found)); });
    return findings;
  }
};

/// The bytes that each finding points at.
std::vector<std::string> pointed(const std::string& bytes, const std::vector<Finding>& findings) {
  std::vector<std::string> texts;
  for (const Finding& found : findings) texts.emplace_back(slice(bytes, found.span));
  return texts;
}

using Texts = std::vector<std::string>;

const std::string kBank =
    "**Q:** What would *you* use for the thing you need?\n\n**A:** You would use `you` and don’t ask.\n\n"
    "**Q:** What does a lock do? Thank you.\n\n**A:** It locks what\nyou gave it.\n\n**Q:** What is a queue?\n\n"
    "**A:** A line.\n";

TEST_CASE("a rule finds its pattern where it looks, at exact bytes, and not in code") {
  const Bench bench(
      "message: 'do not say ''\\0'''\nin: [question]\npattern: '(?i)\\byou\\b'\nunless: '(?i)thank you'\n");
  const auto findings = bench.in(kBank);
  CHECK(pointed(kBank, findings) == Texts{"you", "you"});
  REQUIRE(findings.size() == 2);
  CHECK(findings[0].message == "do not say 'you'");
  CHECK(findings[0].check == "house/rule");
  CHECK(findings[0].question == 1);
  CHECK(findings[0].subject == "you");
}

TEST_CASE("a rule may look at answers, across line ends and typographic marks") {
  const Bench bench(
      "message: m\nin: [answer]\npatterns:\n  - {name: a, pattern: \"what you\"}\n  - {name: b, pattern: \"don't\"}\n");
  CHECK(pointed(kBank, bench.in(kBank)) == Texts{"don’t", "what\nyou"});
}

TEST_CASE("code is one opaque mark, so that its neighbours do not meet") {
  const Bench meeting("message: m\nin: [answer]\npattern: 'use and'\n");
  CHECK(meeting.in(kBank).empty());
  const Bench mark("message: \"'\\\\0'\"\nin: [answer]\npattern: \"use \uFFFC and\"\n");
  const auto findings = mark.in(kBank);
  CHECK(pointed(kBank, findings) == Texts{"use `you` and"});
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].message == "'use … and'");
}

TEST_CASE("a fix takes groups over as the file writes them") {
  const Bench bench("message: m\nin: [answer]\npattern: '(don''t) (ask)'\nfix: '\\2 \\1'\nsafety: unsafe\n");
  const auto findings = bench.in(kBank);
  REQUIRE(findings.size() == 1);
  REQUIRE(findings[0].fixes.size() == 1);
  CHECK(findings[0].fixes[0].safety == Safety::unsafe);
  CHECK(findings[0].fixes[0].title == "Replace with 'ask don’t'");
  CHECK(findings[0].fixes[0].edits[0].text == "ask don’t");
  CHECK(slice(kBank, findings[0].fixes[0].edits[0].span) == "don’t ask");
}

TEST_CASE("a fix that would cut code in two is not offered") {
  const Bench bench("message: m\nin: [answer]\npattern: \"use \uFFFC\"\nfix: 'take'\n");
  const auto findings = bench.in(kBank);
  REQUIRE(findings.size() == 1);
  CHECK(slice(kBank, findings[0].span).starts_with("use "));
}

TEST_CASE("of patterns that overlap the first one finds") {
  const Bench bench(
      "in: [answer]\npatterns:\n  - {name: a, pattern: 'would use', message: first}\n  - {name: b, pattern: "
      "'You would', message: second}\n");
  const auto findings = bench.in(kBank);
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].message == "first");
}

TEST_CASE("a whole-passage rule points at the passage, once, if it is short enough") {
  const std::string yaml = "message: m\nin: [answer]\nwhole: true\npattern: '(?i)^a? ?line|queue'\nmax_words: ";
  CHECK(pointed(kBank, Bench(yaml + "2\n").in(kBank)) == Texts{"A line."});
  CHECK(Bench(yaml + "1\n").in(kBank).empty());
}

TEST_CASE("a rule for one language is silent in another") {
  const std::string german =
      "**Q:** Was ist ein Schloss, und wozu dient es?\n\n**A:** Es ist das, was die Tür zu hält.\n";
  const Bench english("message: m\nin: any\nlanguage: en\npattern: 'was'\n");
  Bank bank = read_bank("bank.md", german, {});
  bank.language = "de";
  for (Question& question : bank.questions) question.language = "de";
  std::size_t count = 0;
  run_rule(english.rule(), bank, [&](Finding) { ++count; });
  CHECK(count == 0);
  CHECK(Bench("message: m\nin: any\nlanguage: de\npattern: 'was'\n").in(german).size() == 1);
}

TEST_CASE("a run over a bank compiles no pattern of which no literal occurs") {
  Arena arena;
  std::vector<RuleError> errors;
  const std::vector<RuleFile> files = {
      {"a", "house/a.yaml", "message: m\nin: any\npattern: 'zebra|okapi'\nunless: 'giraffe'\n"},
      {"b", "house/b.yaml", "message: m\nin: any\npattern: 'queue'\nunless: 'line of'\n"}};
  const Knowledge knowledge(load_rules(files, arena, errors));
  const Bank bank = read_bank("bank.md", kBank, {});
  const CheckOptions options;
  Speller speller;
  BankShared shared;
  std::size_t count = 0;
  const Report report = [&](Finding) { ++count; };
  const Rule* both[] = {&knowledge.rules()[0], &knowledge.rules()[1]};
  run_rules(both, {bank, knowledge, options, speller, report, shared});
  CHECK(count == 1);
  CHECK_FALSE(both[0]->patterns[0].pattern.compiled());
  CHECK_FALSE(both[0]->patterns[0].unless.compiled());
  CHECK(both[1]->patterns[0].pattern.compiled());
  CHECK_FALSE(both[1]->patterns[0].unless.compiled());
}

TEST_CASE("only the rules that are asked for run") {
  const Bank bank =
      read_bank("bank.md", "**Q:** What is a lock?\n\n**A:** TODO\n\n**Q:** What is a queue?\n\n**A:** A line.\n", {});
  const Knowledge& knowledge = Knowledge::builtin();
  const CheckOptions options;
  Speller speller;
  BankShared shared;
  std::vector<std::string> found;
  const Report report = [&](Finding it) { found.push_back(it.check); };
  run_rules({}, {bank, knowledge, options, speller, report, shared});
  CHECK(found.empty());
  const Rule* placeholder[] = {knowledge.rule("unanswered/placeholder")};
  run_rules(placeholder, {bank, knowledge, options, speller, report, shared});
  CHECK(found == Texts{"unanswered/placeholder"});
}

}  // namespace
}  // namespace quizlint
