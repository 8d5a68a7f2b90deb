#include "bank/dump.h"
#include "catch.h"
#include "formats/reader.h"
#include "support/files.h"

// tests/reading/<layout>/NAME.md is read as NAME.md.dump says. QUIZLINT_BLESS=1 writes the dumps anew.
namespace quizlint::test {
namespace {

TEST_CASE("every fixture of tests/reading is read as its dump says") {
  for (const Fixture& fixture : files_below("tests/reading")) {
    if (fixture.path.ends_with(".dump")) continue;
    const std::string got = dump(read_bank(fixture.path, fixture.bytes, {}));
    const auto golden = source_dir() / (fixture.path + ".dump");
    if (blessing()) write_file(golden, got);
    INFO(fixture.path);
    REQUIRE(std::filesystem::exists(golden));
    CHECK(got == read_file(golden));
  }
}

TEST_CASE("a fixture of tests/reading is read by the layout that its folder names") {
  for (const Fixture& fixture : files_below("tests/reading")) {
    if (fixture.path.ends_with(".dump")) continue;
    const std::string folder = std::filesystem::path(fixture.path).parent_path().filename().string();
    INFO(fixture.path);
    CHECK((folder == "mixed" || read_bank(fixture.path, fixture.bytes, {}).layout == folder));
  }
}

}  // namespace
}  // namespace quizlint::test
