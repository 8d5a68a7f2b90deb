#include "engine/config.h"

#include <filesystem>

#include <unistd.h>

#include "catch.h"
#include "engine/settings.h"
#include "io/file.h"
#include "io/path.h"

using namespace quizlint;
namespace fs = std::filesystem;

namespace {

/// A folder of files that goes away with the test.
struct Tree {
  std::string root;

  Tree() {
    std::string name = fs::temp_directory_path().string() + "/quizlint-config-XXXXXX";
    root = ::mkdtemp(name.data());
    file(".git/HEAD", "");
  }
  ~Tree() { fs::remove_all(root); }
  std::string at(const std::string& path) const { return root + "/" + path; }
  void file(const std::string& path, const std::string& bytes) const {
    fs::create_directories(fs::path(at(path)).parent_path());
    write_file(at(path), bytes);
  }
};

const Catalog& catalog() {
  static const Catalog made = [] {
    Catalog it;
    it.checks = {{"typos/misspelling", Severity::warning}, {"typos/spacing", Severity::info}};
    it.groups = {"typos"};
    return it;
  }();
  return made;
}

/// The settings of a file; `errors` holds what is wrong, as `line:column message`.
FileSettings settings(const Tree& tree, const std::string& path, std::vector<std::string>* errors = nullptr) {
  const CommandSettings commanded;
  SettingsBook book(catalog(), commanded);
  FileSettings found = book.of(tree.at(path));
  if (errors != nullptr)
    for (const Error& error : book.errors())
      errors->push_back(std::to_string(error.at.line) + ":" + std::to_string(error.at.column) + " " + error.message);
  return found;
}

}  // namespace

TEST_CASE("the nearest configuration up to the repository's root holds") {
  const Tree tree;
  CHECK(settings(tree, "a.md").config.empty());
  tree.file(".quizlint.yaml", "answers: none\n");
  tree.file("sub/.quizlint.yaml", "answers: required\n");
  tree.file("inner/.git/HEAD", "");
  CHECK(settings(tree, "a.md").checks.answers == AnswersMode::none);
  CHECK(settings(tree, "x/y/a.md").checks.answers == AnswersMode::none);
  CHECK(settings(tree, "sub/deep/a.md").checks.answers == AnswersMode::required);
  CHECK(settings(tree, "inner/a.md").checks.answers == AnswersMode::automatic);
}

TEST_CASE("a configuration lies on top of what it extends, overrides on top of both") {
  const Tree tree;
  tree.file("base.yaml", "english: british\nanswers: none\nvocabulary: {words: [b]}\nexclude: [old]\n");
  tree.file(".quizlint.yaml",
            "answers: required\nextends: [base.yaml]\nvocabulary: {words: [a]}\n"
            "overrides:\n  - files: ['lists/**']\n    answers: optional\n    layout: list\n    map: {stem: q, choices: "
            "[a, b]}\n");
  const FileSettings top = settings(tree, "a.md");
  CHECK(top.checks.english == English::british);
  CHECK(top.checks.answers == AnswersMode::required);
  CHECK(top.checks.vocabulary == std::vector<std::string>{"a", "b"});
  CHECK(top.read.layout.empty());
  const FileSettings list = settings(tree, "lists/a.md");
  CHECK(list.checks.answers == AnswersMode::optional);
  CHECK(list.read.layout == "list");
  CHECK(list.read.map == FieldMap{{"stem", "q"}, {"choices", "a,b"}});
  const CommandSettings commanded;
  SettingsBook book(catalog(), commanded);
  CHECK(book.excluded(tree.at("x/old/a.md"), false));
  CHECK_FALSE(book.excluded(tree.at("x/new/a.md"), false));
}

TEST_CASE("severities are set by check, else by group") {
  const Tree tree;
  tree.file(".quizlint.yaml", "severity: {typos: error, typos/spacing: warning}\n");
  const FileSettings found = settings(tree, "a.md");
  CHECK(found.severity.at("typos/misspelling") == Severity::error);
  CHECK(found.severity.at("typos/spacing") == Severity::warning);
}

TEST_CASE("every fault of a configuration is told with its place, and the rest holds") {
  const Tree tree;
  tree.file(".quizlint.yaml", "answer: none\nenglish: british\nignore: [typos/spacin]\nduplicates: [near]\n");
  std::vector<std::string> errors;
  CHECK(settings(tree, "a.md", &errors).checks.english == English::british);
  CHECK(errors == std::vector<std::string>{
                      "1:1 unknown key 'answer' in the configuration; did you mean 'answers'?",
                      "3:10 unknown check 'typos/spacin'; did you mean 'typos/spacing'?",
                      "4:13 duplicates must be a mapping of keys to values",
                  });
}

TEST_CASE("what a configuration means to say in vain is a fault") {
  const Tree tree;
  tree.file(".quizlint.yaml",
            "languages: [english]\nmap: {question: front}\nignored: [{check: typos}]\nlanguages: [en]\n");
  std::vector<std::string> errors;
  settings(tree, "a.md", &errors);
  REQUIRE(errors.size() == 4);
  CHECK(errors[0] == "1:13 'english' is no language code; write two letters (ISO 639-1), such as en");
  CHECK(errors[1].starts_with("2:7 'question' is no part of map; it knows choices, "));
  CHECK(errors[2].starts_with("3:11 an entry of ignored must name its question, by id, number or fingerprint"));
  CHECK(errors[3] == "4:1 the key 'languages' stands twice in the configuration; join the two");
}

TEST_CASE("whatever the configuration holds, reading it ends") {
  const Tree tree;
  for (const char* yaml : {"", "[]", "a", "? [a]\n: b", "&a [*a]", "select: {a: b}", "overrides: [1]", "ignored: [[]]",
                           "extends: .quizlint.yaml", "severity: []", "map: [1]", "\t", "a: b: c", "!!binary x"}) {
    CAPTURE(yaml);
    tree.file(".quizlint.yaml", yaml);
    std::vector<std::string> errors;
    settings(tree, "a.md", &errors);
    CHECK(errors.size() <= 3);
  }
}
