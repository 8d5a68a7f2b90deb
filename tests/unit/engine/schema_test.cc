#include <set>

#include <nlohmann/json.hpp>
#include <unistd.h>

#include "catch.h"
#include "engine/config.h"
#include "support/files.h"

using namespace quizlint;

namespace {

/// What is wrong with a configuration.
std::vector<Error> faults_of(const std::string& yaml) {
  const std::filesystem::path path =
      std::filesystem::temp_directory_path() / ("quizlint-schema-test-" + std::to_string(::getpid()) + ".yaml");
  test::write_file(path, yaml);
  std::vector<Error> errors;
  read_config(path.string(), {}, errors);
  std::filesystem::remove(path);
  return errors;
}

bool knows(const std::string& yaml) {
  for (const Error& error : faults_of(yaml))
    if (error.message.starts_with("unknown key")) return false;
  return true;
}

std::set<std::string> keys(const nlohmann::json& object) {
  std::set<std::string> names;
  for (const auto& [name, value] : object.items()) names.insert(name);
  return names;
}

/// The words of a list in a message, behind `before`.
std::set<std::string> listed(const std::string& message, const std::string& before, char end) {
  std::set<std::string> words;
  std::size_t at = message.find(before);
  if (at == std::string::npos) return words;
  at += before.size();
  const std::string list = message.substr(at, end == '\0' ? std::string::npos : message.find(end, at) - at);
  std::string word;
  for (const char c : list + ",") {
    if (c == ',') {
      words.insert(word);
      word.clear();
    } else if (c != ' ') {
      word += c;
    }
  }
  return words;
}

/// What the parser says it knows where it meets a key or a value that is like none of them.
std::set<std::string> known_keys(const std::string& yaml) {
  for (const Error& error : faults_of(yaml))
    if (const auto names = listed(error.message, "; it knows ", '\0'); !names.empty()) return names;
  return {};
}

std::set<std::string> known_values(const std::string& yaml) {
  for (const Error& error : faults_of(yaml))
    if (const auto names = listed(error.message, " (", ')'); !names.empty()) return names;
  return {};
}

std::set<std::string> values(const nlohmann::json& list) {
  return {list.begin(), list.end()};
}

}  // namespace

TEST_CASE("every key of the schema is known where the schema has it") {
  const auto schema = nlohmann::json::parse(test::read_file(test::source_dir() / "tools/schema/quizlint.schema.json"));
  const auto& inside = schema["definitions"]["settings"];
  const auto& override_keys = schema["properties"]["overrides"]["items"]["properties"];
  for (const std::string& key : keys(schema["properties"])) {
    CAPTURE(key);
    CHECK(knows(key + ": 1\n"));
    CHECK(knows("overrides: [{files: [a], " + key + ": 1}]\n") == override_keys.contains(key));
  }
  for (const std::string& key : keys(inside)) CHECK(schema["properties"].contains(key));
  for (const std::string& key : keys(inside["vocabulary"]["properties"]))
    CHECK(knows("vocabulary: {" + key + ": 1}\n"));
  for (const std::string& key : keys(inside["duplicates"]["properties"]))
    CHECK(knows("duplicates: {" + key + ": 1}\n"));
  for (const std::string& key : keys(inside["ignored"]["items"]["properties"]))
    CHECK(knows("ignored: [{" + key + ": 1}]\n"));
  CHECK_FALSE(knows("nonsense: 1\n"));
  CHECK_FALSE(knows("ignored: [{nonsense: 1}]\n"));
}

TEST_CASE("every key and value that the parser knows stands in the schema") {
  const auto schema = nlohmann::json::parse(test::read_file(test::source_dir() / "tools/schema/quizlint.schema.json"));
  const auto& inside = schema["definitions"]["settings"];
  CHECK(known_keys("nonsense: 1\n") == keys(schema["properties"]));
  CHECK(known_keys("overrides: [{files: [a], nonsense: 1}]\n") ==
        keys(schema["properties"]["overrides"]["items"]["properties"]));
  CHECK(known_keys("vocabulary: {nonsense: 1}\n") == keys(inside["vocabulary"]["properties"]));
  CHECK(known_keys("duplicates: {nonsense: 1}\n") == keys(inside["duplicates"]["properties"]));
  CHECK(known_keys("ignored: [{nonsense: 1}]\n") == keys(inside["ignored"]["items"]["properties"]));
  CHECK(known_keys("map: {nonsense: 1}\n") == values(inside["map"]["propertyNames"]["enum"]));
  CHECK(known_keys("map: {key_as: nonsense}\n") == values(inside["map"]["properties"]["key_as"]["enum"]));
  CHECK(known_values("answers: nonsense\n") == values(inside["answers"]["enum"]));
  CHECK(known_values("english: nonsense\n") == values(inside["english"]["enum"]));
  CHECK(known_values("duplicates: {scope: nonsense}\n") == values(inside["duplicates"]["properties"]["scope"]["enum"]));
  CHECK(known_values("severity: {typos: nonsense}\n") == values(inside["severity"]["additionalProperties"]["enum"]));
}
