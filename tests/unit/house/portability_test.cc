#include <string>
#include <vector>

#include "catch.h"
#include "support/files.h"

// GCC 12 and clang 14, the latter with the library of GCC 12, must build it all: what one of them lacks is named here.
namespace quizlint::test {
namespace {

TEST_CASE("nothing is used that GCC 12 or clang 14 lacks") {
  const std::vector<std::string> lacking = {
      "#include <format>", "#include <expected>", "#include <source_location>", "std::views::",
      // These give a std::ranges::subrange, which clang 14 cannot compile.
      "ranges::equal_range(", "ranges::find_end(", "ranges::partition(", "ranges::remove(", "ranges::remove_if(",
      "ranges::rotate(", "ranges::search(", "ranges::stable_partition(", "ranges::unique("};
  for (const Fixture& file : files_below("tools"))
    for (const std::string& name : lacking) {
      INFO(file.path << " uses " << name);
      CHECK(file.bytes.find(name) == std::string::npos);
    }
}

}  // namespace
}  // namespace quizlint::test
