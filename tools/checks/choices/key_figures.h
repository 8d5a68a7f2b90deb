#pragma once

#include <array>
#include <cstddef>
#include <string>

#include "bank/bank.h"

namespace quizlint {

/// Where the keys of a bank's questions stand and how long they are. Only questions with one key and two to
/// kMostPositions choices count. Figures of several banks add up.
struct KeyFigures {
  static constexpr std::size_t kMostPositions = 8;
  std::size_t questions = 0;
  std::array<std::size_t, kMostPositions> at{};   ///< how many keys stand first, second, …
  std::array<double, kMostPositions> expected{};  ///< how many would by chance
  std::size_t compared = 0;                       ///< questions whose choices differ in length, code and images aside
  std::size_t longest = 0;                        ///< how many of them have the key as their longest choice
  double longest_expected = 0;                    ///< how many would by chance
};

KeyFigures key_figures(const Bank& bank);
void add(KeyFigures& to, const KeyFigures& more);

/// Pearson's chi-square test of the keys' positions against chance (Pearson 1900). `p` is the probability that chance
/// alone gives a spread at least as uneven: small values mean that authors favour a position. The degrees of freedom
/// are one less than the positions in use; where questions have different numbers of choices that is an approximation.
struct PositionTest {
  double chi_square = 0;
  std::size_t degrees = 0;
  double p = 1;
};
PositionTest position_test(const KeyFigures& figures);

/// The probability that a chi-square variable of so many degrees of freedom is at least `x`.
double chi_square_tail(double x, std::size_t degrees);

/// The figures in words, for the report; "" where there are too few keys to tell anything.
std::string described(const KeyFigures& figures);

}  // namespace quizlint
