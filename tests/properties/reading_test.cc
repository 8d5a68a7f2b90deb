#include "bank/dump.h"
#include "catch.h"
#include "formats/reader.h"
#include "support/files.h"
#include "support/invariants.h"
#include "support/noise.h"

// What holds for every file that readers are given, whole, cut short, or spoilt.
namespace quizlint::test {
namespace {

constexpr std::size_t kAllPrefixesBelow = 4096;
constexpr std::size_t kSampledPrefixes = 128;
constexpr int kMutationsOfEach = 40;
constexpr int kRandomDocuments = 3000;

std::vector<Fixture> fixtures() {
  std::vector<Fixture> all;
  for (const char* folder : {"tests/banks", "tests/reading", "banks"})
    for (Fixture& fixture : files_below(folder))
      if (!fixture.path.ends_with(".dump")) all.push_back(std::move(fixture));
  REQUIRE_FALSE(all.empty());
  return all;
}

/// Reads the bytes and fails where an invariant is broken; the message shows how the bank was understood.
void expect_sound(const std::string& path, std::string_view bytes, const std::string& what) {
  const Bank bank = read_bank(path, bytes, {});
  const std::vector<std::string> broken = broken_invariants(bank, bytes);
  if (broken.empty()) return;
  UNSCOPED_INFO(path << ", " << what << ":");
  for (const std::string& fault : broken) UNSCOPED_INFO("  " << fault);
  if (bytes.size() < kAllPrefixesBelow) UNSCOPED_INFO("bytes:\n" << bytes << "\nread as:\n" << dump(bank));
  FAIL_CHECK("a reader broke its promises");
}

TEST_CASE("every fixture is tiled, decodes as it says, and each character has one owner") {
  for (const Fixture& fixture : fixtures()) expect_sound(fixture.path, fixture.bytes, "whole");
}

/// Cuts every `shards`-th fixture, so that the tests of this run side by side.
void cut_everywhere(std::size_t shard, std::size_t shards) {
  const std::vector<Fixture> all = fixtures();
  for (std::size_t i = shard; i < all.size(); i += shards) {
    const Fixture& fixture = all[i];
    const std::size_t size = fixture.bytes.size();
    const std::size_t step = size < kAllPrefixesBelow ? 1 : size / kSampledPrefixes;
    for (std::size_t cut = 0; cut < size; cut += step)
      expect_sound(fixture.path, std::string_view(fixture.bytes).substr(0, cut), "cut at " + std::to_string(cut));
  }
}

TEST_CASE("every prefix of every fixture is read without a fault of ours, 1") {
  cut_everywhere(0, 4);
}
TEST_CASE("every prefix of every fixture is read without a fault of ours, 2") {
  cut_everywhere(1, 4);
}
TEST_CASE("every prefix of every fixture is read without a fault of ours, 3") {
  cut_everywhere(2, 4);
}
TEST_CASE("every prefix of every fixture is read without a fault of ours, 4") {
  cut_everywhere(3, 4);
}

TEST_CASE("every fixture is read whatever accidents it had") {
  Random random(20250301);
  for (const Fixture& fixture : fixtures())
    for (int i = 0; i < kMutationsOfEach; ++i)
      expect_sound(fixture.path, mutated(random, fixture.bytes), "mutation " + std::to_string(i));
}

TEST_CASE("random documents are read") {
  Random random(20250302);
  for (int i = 0; i < kRandomDocuments; ++i)
    expect_sound("random.md", random_document(random, 60), "document " + std::to_string(i));
}

TEST_CASE("CRLF line ends give the same questions") {
  for (const Fixture& fixture : fixtures()) {
    if (fixture.bytes.find('\r') != std::string::npos) continue;
    std::string crlf;
    for (const char c : fixture.bytes) crlf += c == '\n' ? std::string("\r\n") : std::string(1, c);
    INFO(fixture.path);
    const Bank unix_bank = read_bank(fixture.path, fixture.bytes, {});
    const Bank dos_bank = read_bank(fixture.path, crlf, {});
    CHECK(broken_invariants(dos_bank, crlf).empty());
    REQUIRE(unix_bank.questions.size() == dos_bank.questions.size());
    CHECK(unix_bank.layout == dos_bank.layout);
    for (std::size_t i = 0; i < unix_bank.questions.size(); ++i)
      CHECK(plain(unix_bank, unix_bank.questions[i].stem) == plain(dos_bank, dos_bank.questions[i].stem));
  }
}

}  // namespace
}  // namespace quizlint::test
