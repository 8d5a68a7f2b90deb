#include "catch.h"
#include "formats/reader.h"

namespace quizlint {
namespace {

TEST_CASE("a layout that finds the same questions casts no doubt") {
  constexpr std::string_view kBank =
      "### Question 1 - Easy\n\n**Which wind is warm?**\n\n- A) North\n- B) South\n\n**Answer:** B\n\n"
      "### Question 2 - Easy\n\n**Which wind is wet?**\n\n- A) West\n- B) East\n\n**Answer:** A\n\n"
      "### Question 3 - Hard\n\n**Which wind turns at noon?**\n\n- A) The land breeze\n- B) The sea breeze\n\n"
      "**Answer:** B\n";
  const Bank bank = read_bank("winds.md", kBank, {});
  CHECK(bank.questions.size() == 3);
  CHECK(bank.confidence > 0.5);
}

}  // namespace
}  // namespace quizlint
