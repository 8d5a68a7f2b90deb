#include "engine/baseline.h"

#include <filesystem>

#include <unistd.h>

#include "catch.h"
#include "support/files.h"

using namespace quizlint;

namespace {

// Tests run side by side, so each process has a folder of its own.
const std::string kFolder = "/tmp/quizlint-baseline-" + std::to_string(::getpid());
const std::string kPath = kFolder + "/kept.txt";

Result<Baseline> read(const std::string& bytes) {
  std::filesystem::create_directory(kFolder);
  test::write_file(kPath, bytes);
  auto baseline = read_baseline(kPath);
  std::filesystem::remove_all(kFolder);
  return baseline;
}

Error error_of(const std::string& bytes) {
  const auto baseline = read(bytes);
  REQUIRE_FALSE(baseline);
  return baseline.error();
}

KnownFault fault(std::string fingerprint, std::string subject, std::string stem) {
  return {std::move(fingerprint), "typos/misspelling", std::move(subject), std::move(stem), "a.md", 1};
}

}  // namespace

TEST_CASE("a baseline is written sorted, once a fingerprint, and read again") {
  const Baseline kept{{fault("00000000000000bb", "teh", "What is teh hub?"), fault("00000000000000aa", "", "Why?"),
                       fault("00000000000000bb", "teh", "What is teh hub?")},
                      {kFolder, "/elsewhere"}};
  const std::string bytes = write_baseline(kPath, kept);
  CHECK(bytes ==
        "# quizlint baseline 1: findings that are kept for now, each with its count\n"
        "# paths: . | /elsewhere\n"
        "00000000000000aa 1 typos/misspelling | | Why?\n"
        "00000000000000bb 2 typos/misspelling | teh | What is teh hub?\n");
  CHECK(is_baseline(bytes));
  const auto again = read(bytes);
  REQUIRE(again);
  CHECK(again->paths == std::vector<std::string>{kFolder, "/elsewhere"});
  REQUIRE(again->faults.size() == 2);
  CHECK(again->faults[0].stem == "Why?");
  CHECK(again->faults[1].count == 2);
  CHECK(again->faults[1].subject == "teh");
  CHECK(write_baseline(kPath, *again) == bytes);
}

TEST_CASE("a baseline notes where a question stands more often than its fault") {
  KnownFault once = fault("00000000000000aa", "teh", "What is teh hub?");
  once.askings = 3;
  const std::string bytes = write_baseline(kPath, {{once}, {}});
  CHECK(bytes.ends_with("\n00000000000000aa 1 typos/misspelling | teh | What is teh hub? | 3\n"));
  const auto again = read(bytes);
  REQUIRE(again);
  CHECK(again->faults.front().askings == 3);
  CHECK(write_baseline(kPath, *again) == bytes);
}

TEST_CASE("what a merge joined line by line is read; the greater count holds") {
  const auto merged = read("00000000000000aa 2 typos/misspelling\r\n\n00000000000000aa 3 typos/misspelling | teh\n");
  REQUIRE(merged);
  REQUIRE(merged->faults.size() == 1);
  CHECK(merged->faults[0].count == 3);
}

TEST_CASE("a broken baseline is an error that says where") {
  CHECK(error_of("00000000000000aa 1 typos/misspelling\n<<<<<<< HEAD\n").message.find("merge") != std::string::npos);
  CHECK(error_of("00000000000000aa 1 typos/misspelling\n<<<<<<< HEAD\n").at.line == 2);
  for (const std::string line :
       {"x 1 a/b", "00000000000000aa 0 a/b", "00000000000000aa -1 a/b", "00000000000000aa 99999999999999999999 a/b",
        "00000000000000aa 1", "00000000000000AA 1 a/b"})
    CHECK(error_of(line + "\n").at.line == 1);
  const auto none = read_baseline(kPath);
  REQUIRE_FALSE(none);
  CHECK(none.error().message.find("--write-baseline") != std::string::npos);
}

TEST_CASE("a run sees all of a baseline where its paths cover it") {
  const Baseline kept{{}, {"/work/banks", "/work/notes/a.md"}};
  const auto sees = [&](std::vector<std::string> paths) { return covers(kept, paths); };
  CHECK(sees({"/work"}));
  CHECK(sees({"/work/banks", "/work/notes/a.md"}));
  CHECK_FALSE(sees({"/work/banks"}));
  CHECK_FALSE(sees({"/work/ban", "/work/notes"}));
}
