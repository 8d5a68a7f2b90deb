#include "engine/config_words.h"

#include "catch.h"

using namespace quizlint;

namespace {

std::string added(const std::string& config, const std::vector<std::string>& words) {
  const Result<std::string> result = with_words(".quizlint.yaml", config, words);
  return result ? *result : "error: " + result.error().message;
}

}  // namespace

TEST_CASE("a configuration without a vocabulary gets one") {
  CHECK(added("", {"mutexes"}) == "vocabulary: {words: [mutexes]}\n");
  CHECK(added("# ours\nanswers: none\n", {"a", "b"}) == "# ours\nanswers: none\nvocabulary: {words: [a, b]}\n");
  CHECK(added("answers: none", {"a"}) == "answers: none\nvocabulary: {words: [a]}\n");
}

TEST_CASE("words join a list between brackets") {
  CHECK(added("vocabulary: {words: [quizlint], files: [w.txt]}  # ours\n", {"kubelet"}) ==
        "vocabulary: {words: [kubelet, quizlint], files: [w.txt]}  # ours\n");
  CHECK(added("vocabulary:\n  words: []\n", {"kubelet"}) == "vocabulary:\n  words: [kubelet]\n");
  CHECK(added("vocabulary:\n  words: [\n    one,  # the first\n    two]\n", {"three"}) ==
        "vocabulary:\n  words: [three, \n    one,  # the first\n    two]\n");
}

TEST_CASE("words join a list of lines with the mark of its items") {
  CHECK(added("vocabulary:\n  words:\n    # names\n    - one\n    - two  # ii\nanswers: none\n", {"three", "four"}) ==
        "vocabulary:\n  words:\n    # names\n    - three\n    - four\n    - one\n    - two  # ii\nanswers: none\n");
  CHECK(added("vocabulary:\r\n  words:\r\n  - one\r\n", {"two"}) ==
        "vocabulary:\r\n  words:\r\n  - two\r\n  - one\r\n");
}

TEST_CASE("a vocabulary of files alone gets a list of words") {
  CHECK(added("vocabulary:\n  files: [w.txt]\n", {"one"}) == "vocabulary:\n  words: [one]\n  files: [w.txt]\n");
  CHECK(added("vocabulary: {files: [w.txt]}\n", {"one"}) == "vocabulary: {words: [one], files: [w.txt]}\n");
}

TEST_CASE("a word that is there is not added again") {
  CHECK(added("vocabulary: {words: [one]}\n", {"one"}) == "vocabulary: {words: [one]}\n");
  CHECK(added("vocabulary: {words: [one]}\n", {"two", "one", "two"}) == "vocabulary: {words: [two, one]}\n");
}

TEST_CASE("words that YAML would take for something else are quoted") {
  CHECK(added("", {"no", "o'clock", "x86"}) == "vocabulary: {words: ['no', 'o''clock', 'x86']}\n");
}

TEST_CASE("a byte order mark stays in front") {
  CHECK(added("\xEF\xBB\xBFvocabulary: {words: [one]}\n", {"two"}) == "\xEF\xBB\xBFvocabulary: {words: [two, one]}\n");
}

TEST_CASE("what cannot be added to is an error that says what to do") {
  CHECK(added("vocabulary: [one\n", {"two"}).starts_with("error: "));
  CHECK(added("vocabulary: one\n", {"two"}).ends_with("add by hand: vocabulary: {words: [two]}"));
  CHECK(added("vocabulary:\n  words: one\n", {"two"}).starts_with("error: "));
  CHECK(added("- a list\n", {"two"}).starts_with("error: "));
}
