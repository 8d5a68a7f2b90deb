#include <algorithm>
#include <string>
#include <vector>

#include "catch.h"
#include "support/files.h"

// The order of the house, as tools/README.md explains it: a folder includes only itself and those before it, and a
// third-party header stays in the folders that wrap it.
namespace quizlint::test {
namespace {

const std::vector<std::string> kOrder = {"text",   "io",     "bank",   "knowledge", "formats",
                                         "checks", "engine", "report", "lsp",       "cli"};

struct Home {
  std::string header;               ///< how the header's name begins
  std::vector<std::string> places;  ///< how the including file's path may begin, below tools/
};

const std::vector<Home> kHomes = {
    {"re2/", {"knowledge/"}},          {"yaml-cpp/", {"knowledge/", "engine/config", "formats/records/yaml"}},
    {"hunspell/", {"checks/speller"}}, {"md4c", {"formats/"}},
    {"nlohmann/", {"report/"}},        {"CLI/", {"cli/"}},
    {"utf8proc", {"text/"}},           {"catch2/", {}},
};

struct Include {
  std::string file;  ///< below tools/
  std::string header;
  bool quoted = false;
};

bool begins_with_one_of(const std::string& text, const std::vector<std::string>& beginnings) {
  return std::any_of(beginnings.begin(), beginnings.end(), [&](const auto& start) { return text.starts_with(start); });
}

std::vector<Include> includes_of(const Fixture& file) {
  std::vector<Include> includes;
  static const std::string kDirective = "#include ";
  for (std::size_t at = file.bytes.find(kDirective); at != std::string::npos;
       at = file.bytes.find(kDirective, at + 1)) {
    const std::size_t open = at + kDirective.size();
    const bool quoted = file.bytes.at(open) == '"';
    const std::size_t close = file.bytes.find(quoted ? '"' : '>', open + 1);
    includes.push_back({file.path.substr(6), file.bytes.substr(open + 1, close - open - 1), quoted});
  }
  return includes;
}

std::vector<Include> all_includes() {
  std::vector<Include> all;
  for (const Fixture& file : files_below("tools"))
    if (file.path.ends_with(".cc") || file.path.ends_with(".h"))
      for (Include& include : includes_of(file)) all.push_back(std::move(include));
  REQUIRE_FALSE(all.empty());
  return all;
}

std::string folder_of(const std::string& path) {
  return path.substr(0, path.find('/'));
}

auto rank(const std::string& path) {
  return std::find(kOrder.begin(), kOrder.end(), folder_of(path)) - kOrder.begin();
}

TEST_CASE("every folder includes only those before it") {
  for (const Include& include : all_includes()) {
    if (!include.quoted) continue;
    INFO("tools/" << include.file << " includes \"" << include.header << "\"");
    REQUIRE(rank(include.file) < static_cast<std::ptrdiff_t>(kOrder.size()));
    REQUIRE(rank(include.header) < static_cast<std::ptrdiff_t>(kOrder.size()));
    CHECK(rank(include.header) <= rank(include.file));
  }
}

TEST_CASE("io and knowledge do not know what a bank is") {
  for (const Include& include : all_includes()) {
    if (folder_of(include.header) != "bank") continue;
    INFO("tools/" << include.file << " includes \"" << include.header << "\"");
    CHECK(folder_of(include.file) != "io");
    CHECK((folder_of(include.file) != "knowledge" || include.header == "bank/finding.h"));
  }
}

TEST_CASE("third-party headers stay in the folder that wraps them") {
  for (const Include& include : all_includes()) {
    const auto home = std::find_if(kHomes.begin(), kHomes.end(),
                                   [&](const Home& known) { return include.header.starts_with(known.header); });
    if (include.quoted || home == kHomes.end()) continue;
    INFO("tools/" << include.file << " includes <" << include.header << ">");
    CHECK(begins_with_one_of(include.file, home->places));
  }
}

TEST_CASE("no header includes fmt") {
  for (const Include& include : all_includes()) {
    INFO("tools/" << include.file);
    CHECK_FALSE((include.file.ends_with(".h") && include.header.starts_with("fmt/")));
  }
}

}  // namespace
}  // namespace quizlint::test
