#include "checks/choices/key_figures.h"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "checks/choices/choice_text.h"
#include "text/utf8.h"

namespace quizlint {
namespace {

/// A chi-square test wants five expected in each cell (Cochran 1954); below four cells of that there is nothing to say.
constexpr std::size_t kFewestKeys = 20;

void add_position(const Question& question, KeyFigures& figures) {
  const auto count = question.choices.size();
  for (std::size_t i = 0; i < count; ++i) {
    figures.at[i] += question.choices[i].correct;
    figures.expected[i] += 1 / static_cast<double>(count);
  }
  ++figures.questions;
}

void add_length(const Bank& bank, const Question& question, KeyFigures& figures) {
  Offset longest = 0;
  std::size_t ties = 0;
  bool key = false;
  for (const Choice& choice : question.choices) {
    if (has_figure(bank, choice)) return;
    const Offset size = count_code_points(plain(bank, choice.text));
    if (size < longest) continue;
    ties = size > longest ? 1 : ties + 1;
    longest = size;
    key = choice.correct;
  }
  if (ties != 1) return;
  ++figures.compared;
  figures.longest += key;
  figures.longest_expected += 1 / static_cast<double>(question.choices.size());
}

}  // namespace

KeyFigures key_figures(const Bank& bank) {
  KeyFigures figures;
  each_choice_question(bank, [&](const Question& question, std::uint32_t) {
    const std::size_t count = question.choices.size();
    if (count < 2 || count > KeyFigures::kMostPositions || only_key(question) == nullptr) return;
    add_position(question, figures);
    add_length(bank, question, figures);
  });
  return figures;
}

void add(KeyFigures& to, const KeyFigures& more) {
  to.questions += more.questions;
  for (std::size_t i = 0; i < KeyFigures::kMostPositions; ++i) {
    to.at[i] += more.at[i];
    to.expected[i] += more.expected[i];
  }
  to.compared += more.compared;
  to.longest += more.longest;
  to.longest_expected += more.longest_expected;
}

double chi_square_tail(double x, std::size_t degrees) {
  if (x <= 0 || degrees == 0) return 1;
  // The regularised incomplete gamma function is a finite sum for whole and half arguments.
  const double half = x / 2;
  const bool even = degrees % 2 == 0;
  double sum = even ? 1 : 0;
  double term = even ? 1 : std::sqrt(half) / std::tgamma(1.5);
  const std::size_t terms = even ? degrees / 2 : (degrees - 1) / 2;
  for (std::size_t i = even ? 1 : 0; i < terms; ++i) {
    if (even) term *= half / static_cast<double>(i);
    sum += term;
    if (!even) term *= half / (static_cast<double>(i) + 1.5);
  }
  const double tail = std::exp(-half) * sum + (even ? 0 : std::erfc(std::sqrt(half)));
  return std::clamp(tail, 0.0, 1.0);
}

PositionTest position_test(const KeyFigures& figures) {
  PositionTest test;
  std::size_t positions = 0;
  for (std::size_t i = 0; i < KeyFigures::kMostPositions; ++i) {
    if (figures.expected[i] <= 0) continue;
    const double off = static_cast<double>(figures.at[i]) - figures.expected[i];
    test.chi_square += off * off / figures.expected[i];
    ++positions;
  }
  test.degrees = positions > 0 ? positions - 1 : 0;
  test.p = chi_square_tail(test.chi_square, test.degrees);
  return test;
}

std::string described(const KeyFigures& figures) {
  if (figures.questions < kFewestKeys) return {};
  std::string out = fmt::format("keys of {} questions by position:", figures.questions);
  for (std::size_t i = 0; i < KeyFigures::kMostPositions; ++i)
    if (figures.expected[i] > 0)
      out += fmt::format("{} {} {} ({:.0f} by chance)", i == 0 ? "" : ",", static_cast<char>('A' + i), figures.at[i],
                         figures.expected[i]);
  const PositionTest test = position_test(figures);
  out += fmt::format("; chi-square {:.1f}, {} degrees of freedom, p {}\n", test.chi_square, test.degrees,
                     test.p < 0.001 ? "< 0.001" : fmt::format("= {:.3f}", test.p));
  if (figures.compared > 0)
    out += fmt::format("the longest choice is the key in {} of {} questions ({:.0f} by chance)\n", figures.longest,
                       figures.compared, figures.longest_expected);
  return out;
}

}  // namespace quizlint
