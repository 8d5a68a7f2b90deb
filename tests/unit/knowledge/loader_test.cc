#include "knowledge/loader.h"

#include "catch.h"

namespace quizlint {
namespace {

constexpr const char* kRule = R"(message: '''\1'' is not a word we use'
severity: info
in: [question, answer]
pattern: '(?i)\b(foo|quux)bar\b'
unless: 'frobnicate'
fix: '\1'
safety: unsafe
default: off
whole: true
max_words: 12
language: en
summary: No foobars.
explain: They are worn out.
bad: "Foobar?"
good: "What?"
hits: [A foobar.]
misses: [A bar.]
)";

struct Loaded {
  Arena arena;
  std::vector<RuleError> errors;
  Tables tables;
};

void load(Loaded& into, const std::string& text, const std::string& name = "house/no-foobar.yaml") {
  const std::vector<RuleFile> files = {{"lint/" + name, name, text}};
  into.tables = load_rules(files, into.arena, into.errors);
}

/// The first thing that is wrong with a rule file, as "line:column message".
std::string error_of(const std::string& text, const std::string& name = "house/no-foobar.yaml") {
  Loaded loaded;
  load(loaded, text, name);
  if (loaded.errors.empty()) return "";
  const RuleError& error = loaded.errors.front();
  CHECK(error.path == "lint/" + name);
  CHECK(loaded.tables.rules.empty());
  return std::to_string(error.at.line) + ":" + std::to_string(error.at.column) + " " + error.message;
}

TEST_CASE("a rule file says all that a rule can") {
  Loaded loaded;
  load(loaded, kRule);
  REQUIRE(loaded.errors.empty());
  REQUIRE(loaded.tables.rules.size() == 1);
  const Rule& rule = loaded.tables.rules[0];
  CHECK(rule.id == "house/no-foobar");
  CHECK(rule.severity == Severity::info);
  CHECK_FALSE(rule.on_by_default);
  CHECK(rule.max_words == 12);
  CHECK(rule.language == "en");
  CHECK(rule.summary == "No foobars.");
  CHECK(looks_in(rule, Place::answer));
  CHECK_FALSE(looks_in(rule, Place::choice));
  REQUIRE(rule.patterns.size() == 1);
  const RulePattern& pattern = rule.patterns[0];
  CHECK(pattern.pattern.matches("a Foobar"));
  CHECK(pattern.unless.matches("to frobnicate"));
  CHECK(pattern.whole == Whole::passage);
  CHECK(pattern.fix == "\\1");
  CHECK(pattern.safety == Safety::unsafe);
  CHECK(std::vector(rule.hits.begin(), rule.hits.end()) == std::vector<std::string_view>{"A foobar."});
}

TEST_CASE("the contract's own example loads, and a null fix is none") {
  Loaded loaded;
  load(loaded, R"(message: "a question must not address the reader as 'you'"
severity: warning
in: [question]                    # question | answer | choice | explanation | any
pattern: '(?i)\byou(r|rs)?\b'     # RE2
unless: '(?i)thank you'
fix: null
explain: Our exams speak about the matter, not to the candidate.
hits: ["What would you do?"]
misses: ["What does TCP do?", "Who says 'thank you'?"]
)");
  REQUIRE(loaded.errors.empty());
  CHECK_FALSE(loaded.tables.rules[0].patterns[0].fix.has_value());
  CHECK(loaded.tables.rules[0].on_by_default);
  CHECK(loaded.tables.rules[0].summary == "a question must not address the reader as 'you'");
}

TEST_CASE("a rule of many patterns gives each what it does not say itself") {
  Loaded loaded;
  load(loaded, R"(in: any
message: "'\\0' is worn out"
safety: suggestion
patterns:
  - {name: one, pattern: foobar, fix: bar, hits: [foobar]}
  - {name: two, pattern: quuxbar, message: "quux!", safety: safe, whole: paragraph}
)");
  REQUIRE(loaded.errors.empty());
  const auto patterns = loaded.tables.rules[0].patterns;
  REQUIRE(patterns.size() == 2);
  CHECK(patterns[0].message == "'\\0' is worn out");
  CHECK(patterns[0].safety == Safety::suggestion);
  CHECK(patterns[1].name == "two");
  CHECK(patterns[1].message == "quux!");
  CHECK_FALSE(patterns[1].fix.has_value());
  CHECK(patterns[1].safety == Safety::safe);
  CHECK(patterns[0].whole == Whole::no);
  CHECK(patterns[1].whole == Whole::paragraph);
}

TEST_CASE("what is wrong with a rule file is said with its place and what was expected") {
  CHECK(error_of("mesage: x\nin: any\npattern: foobar\n") == "1:1 unknown key 'mesage'; did you mean 'message'?");
  CHECK(error_of("zebra: x\n").starts_with("1:1 unknown key 'zebra'; expected one of message, severity"));
  CHECK(error_of("message: é\nin: [any, qestion]\npattern: foobar\n") ==
        "2:11 unknown place 'qestion'; did you mean 'question'?");
  CHECK(error_of("message: m\nin: any\nseverity: fatal\npattern: foobar\n") ==
        "3:11 unknown severity 'fatal'; expected one of info, warning, error");
  CHECK(error_of("message: m\nin: any\npattern: 'a(b'\n") == "3:10 the pattern cannot be used: missing ): a(b");
  CHECK(error_of("message: m\nin: any\npattern: 'x*'\n") == "3:10 the pattern matches where nothing stands");
  CHECK(error_of("message: '\\2'\nin: any\npattern: '(foo)bar'\n") ==
        "1:1 \\2 names a group that the pattern does not have");
  CHECK(error_of("message: m\nin: any\n") == "1:1 expected a key 'pattern'");
  CHECK(error_of("in: any\npattern: foobar\n") == "1:1 expected a key 'message'");
  CHECK(error_of("message: m\npattern: foobar\n") == "1:1 expected a key 'in': where the rule looks");
  CHECK(error_of("message: m\nin: any\nmax_words: many\npattern: foobar\n") ==
        "3:12 expected a number of words, 1 or more");
  CHECK(error_of("message: m\nin: any\npatterns: foobar\n") == "3:11 expected a list of patterns");
  CHECK(error_of("message: m\nin: any\npattern: foobar\nhits: foobar\n") == "4:7 expected a list of texts");
  CHECK(error_of("message: m\nmessage: n\nin: any\npattern: foobar\n") == "2:1 the key 'message' stands here twice");
  CHECK(error_of("message: \"\\0\"\nin: any\npattern: foobar\n") ==
        "1:10 \\0 between double quotes is a NUL byte; use single quotes");
  CHECK(error_of("message: [\n").starts_with("2:1 this is not YAML: "));
  CHECK(error_of("just words\n") == "1:1 expected a rule (keys such as 'pattern:') or a list of words");
  CHECK(error_of("message: \xFF\n") == "1:10 this is not UTF-8");
  CHECK(error_of(kRule, "top.yaml") == "1:1 a rule must lie in a folder, which is its group: house/no-you.yaml");
}

TEST_CASE("one broken file does not take the others with it") {
  const std::vector<RuleFile> files = {{"a", "house/a.yaml", "pattern: ["},
                                       {"b", "house/b.yaml", kRule},
                                       {"c", "words/c.txt", "# no word\nZwei  \n\nÄrger\n"},
                                       {"d", "words/c.yaml", "[eins, zwei]"},
                                       {"e", "README.md", "not ours"}};
  Loaded loaded;
  loaded.tables = load_rules(files, loaded.arena, loaded.errors);
  CHECK(loaded.errors.size() == 1);
  CHECK(loaded.tables.rules.size() == 1);
  REQUIRE(loaded.tables.lists.size() == 1);
  const WordList& list = loaded.tables.lists[0];
  CHECK(list.name == "words/c");
  CHECK(std::vector(list.words.begin(), list.words.end()) == std::vector<std::string_view>{"eins", "zwei", "ärger"});
}

TEST_CASE("rules of one's own join the built-in ones") {
  std::vector<RuleError> errors;
  const std::vector<RuleFile> files = {{"a", "house/a.yaml", kRule}, {"b", "labels/answer.txt", "Solved\n"}};
  const Knowledge knowledge = with_rules(files, errors);
  CHECK(errors.empty());
  REQUIRE(knowledge.rule("house/a") != nullptr);
  CHECK(knowledge.rules().size() == Knowledge::builtin().rules().size() + 1);
  CHECK(holds(knowledge.words("labels/answer"), "solved"));
  CHECK(holds(knowledge.words("labels/answer"), "antwort"));
  CHECK(Knowledge::builtin().rule("house/a") == nullptr);
}

}  // namespace
}  // namespace quizlint
