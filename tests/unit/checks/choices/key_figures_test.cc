#include "checks/choices/key_figures.h"

#include "catch.h"
#include "formats/reader.h"

namespace quizlint::test {
namespace {

// Tables of the chi-square distribution, for instance Abramowitz and Stegun 1964, table 26.8.
TEST_CASE("the tail of chi-square is that of the tables") {
  CHECK(chi_square_tail(3.841, 1) == Approx(0.05).epsilon(0.001));
  CHECK(chi_square_tail(5.991, 2) == Approx(0.05).epsilon(0.001));
  CHECK(chi_square_tail(7.815, 3) == Approx(0.05).epsilon(0.001));
  CHECK(chi_square_tail(18.467, 4) == Approx(0.001).epsilon(0.001));
  CHECK(chi_square_tail(20.278, 7) == Approx(0.005).epsilon(0.001));
  CHECK(chi_square_tail(0, 3) == 1);
}

TEST_CASE("keys are counted by position and by length") {
  const std::string_view bytes =
      "## Which is odd?\n\n- [ ] 2\n- [x] three\n\n## Which is even?\n\n- [x] 2\n- [ ] 3\n- [ ] five\n\n"
      "## Which are even? (Choose two)\n\n- [x] 2\n- [x] 4\n- [ ] 5\n";
  const Bank bank = read_bank("keys.md", bytes, {});
  const KeyFigures figures = key_figures(bank);
  CHECK(figures.questions == 2);
  CHECK(figures.at[0] == 1);
  CHECK(figures.at[1] == 1);
  CHECK(figures.expected[0] == Approx(0.5 + 1 / 3.0));
  CHECK(figures.expected[2] == Approx(1 / 3.0));
  CHECK(figures.compared == 2);
  CHECK(figures.longest == 1);
  CHECK(described(figures).empty());
}

TEST_CASE("keys that all stand first are not there by chance") {
  KeyFigures figures;
  figures.questions = 40;
  figures.at = {40, 0, 0, 0};
  figures.expected = {10, 10, 10, 10};
  const PositionTest test = position_test(figures);
  CHECK(test.chi_square == Approx(120));
  CHECK(test.degrees == 3);
  CHECK(test.p < 0.001);
  CHECK(described(figures).find("p < 0.001") != std::string::npos);
}

}  // namespace
}  // namespace quizlint::test
