#include <set>

#include <nlohmann/json.hpp>

#include "catch.h"
#include "engine/config.h"
#include "support/files.h"

using namespace quizlint;

namespace {

/// What is wrong with a configuration.
std::vector<Error> faults_of(const std::string& yaml) {
  const std::filesystem::path path = std::filesystem::temp_directory_path() / "quizlint-schema-test.yaml";
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

}  // namespace

TEST_CASE("every key of the schema is known where the schema has it") {
  const auto schema = nlohmann::json::parse(test::read_file(test::source_dir() / "schema/quizlint.schema.json"));
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
