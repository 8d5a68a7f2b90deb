#include "checks/speller_distance.h"

#include <algorithm>
#include <array>
#include <cstdlib>

#include "text/utf8.h"

namespace quizlint {
namespace {

constexpr std::size_t kLongest = 44;
constexpr std::array<std::string_view, 3> kKeyRows = {"qwertyuiop", "asdfghjkl", "zxcvbnm"};

bool neighbouring_keys(char a, char b) {
  const auto place = [](char c) {
    for (int row = 0; row < 3; ++row)
      if (const std::size_t at = kKeyRows[static_cast<std::size_t>(row)].find(c); at != std::string_view::npos)
        return std::pair(row, static_cast<int>(at) * 4 + row * 2);  // rows stand half a key apart, roughly
    return std::pair(-9, -99);
  };
  const auto [row_a, x_a] = place(a);
  const auto [row_b, x_b] = place(b);
  return std::abs(row_a - row_b) <= 1 && std::abs(x_a - x_b) <= 4;
}

bool is_vowel(char c) {
  return std::string_view("aeiouy").find(c) != std::string_view::npos;
}

/// Letters that sound alike in some English word, or look alike to a machine that reads.
bool alike(char a, char b) {
  constexpr std::array<std::string_view, 11> kAlike = {"cks", "sz", "gj", "vf", "td", "mn",
                                                       "iy",  "lI", "il", "pb", "xs"};
  return std::ranges::any_of(kAlike, [&](std::string_view set) {
    return set.find(a) != std::string_view::npos && set.find(b) != std::string_view::npos;
  });
}

double replacing(char written, char meant) {
  if (written == meant) return 0;
  if (is_vowel(written) && is_vowel(meant)) return 0.9;
  if (alike(written, meant)) return 0.9;
  return neighbouring_keys(written, meant) ? 1.0 : 1.35;
}

/// `extra` stands in what was written, between `left` and `right`.
double inserting(char extra, char left, char right) {
  if (extra == left || extra == right) return 0.6;
  if (extra == '\'') return 0.7;
  if (neighbouring_keys(extra, left) || neighbouring_keys(extra, right)) return 1.0;
  return is_vowel(extra) ? 1.0 : 1.35;
}

/// `missing` was left out behind `left`, before `right`.
double leaving_out(char missing, char left, char right) {
  if (missing == left || missing == right) return 0.65;
  if (missing == '\'') return 0.4;
  return is_vowel(missing) || missing == 'h' ? 0.85 : 0.95;
}

struct Costs {
  std::string_view written, meant;
  std::array<std::array<double, kLongest + 1>, kLongest + 1> cells;  // those in use are filled by run

  static char at(std::string_view word, std::size_t i) { return i < word.size() ? word[i] : '\0'; }
  static char before(std::string_view word, std::size_t i) { return i > 0 ? word[i - 1] : '\0'; }

  /// The cost of an edit is half more at the first letter: people seldom miss it.
  static double placed(double cost, std::size_t i) { return i == 0 && cost > 0 ? cost + 0.5 : cost; }

  /// What another last letter costs more: names, derived words and words of other languages are often English ones with
  /// another end ("Napoleone", "bursty", "hominin"). A letter behind a short word costs that much again.
  static constexpr double kAtEnd = 0.3;

  /// A letter that another one two places away drew along costs little: "substract".
  double inserting_at(std::size_t i) const {
    const bool drawn = (i > 1 && written[i - 2] == written[i]) || at(written, i + 2) == written[i] ||
                       (i > 2 && written[i - 3] == written[i]);
    const bool last = i + 1 == written.size() && i > 0 && written[i - 1] != written[i];
    const double end = last ? (i < 5 ? 2 : 1) * kAtEnd : 0;
    const double cost = inserting(written[i], before(written, i), at(written, i + 1));
    return (drawn ? std::min(cost, 1.0) : cost) + end;
  }

  double leaving_out_at(std::size_t j) const {
    const bool last = j + 1 == meant.size() && j > 0 && meant[j - 1] != meant[j];
    return leaving_out(meant[j], before(meant, j), at(meant, j + 1)) + (last ? kAtEnd : 0);
  }

  double replacing_at(std::size_t i, std::size_t j) const {
    const double cost = replacing(written[i], meant[j]);
    return cost > 0 && i + 1 == written.size() && j + 1 == meant.size() ? cost + kAtEnd : cost;
  }

  double cell(std::size_t i, std::size_t j) const {
    double best = 1e9;
    if (i > 0) best = cells[i - 1][j] + placed(inserting_at(i - 1), i - 1);
    if (j > 0) best = std::min(best, cells[i][j - 1] + placed(leaving_out_at(j - 1), j - 1));
    if (i > 0 && j > 0) best = std::min(best, cells[i - 1][j - 1] + placed(replacing_at(i - 1, j - 1), i - 1));
    if (i > 1 && j > 1 && written[i - 1] == meant[j - 2] && written[i - 2] == meant[j - 1] &&
        written[i - 1] != written[i - 2])
      best = std::min(best, cells[i - 2][j - 2] + placed(0.75, i - 2));
    return best;
  }

  double run() {
    cells[0][0] = 0;
    for (std::size_t i = 0; i <= written.size(); ++i)
      for (std::size_t j = 0; j <= meant.size(); ++j)
        if (i + j > 0) cells[i][j] = cell(i, j);
    return cells[written.size()][meant.size()];
  }
};

/// "accidently" for "accidentally".
bool differ_by_al(std::string_view without, std::string_view with) {
  return with.ends_with("ally") && without.ends_with("ly") && with.size() == without.size() + 2 &&
         with.substr(0, with.size() - 4) == without.substr(0, without.size() - 2);
}

/// Whether two letters, with one or two others between them, changed places: "vedio" for "video".
bool has_exchanged(std::string_view a, std::string_view b) {
  if (a.size() != b.size()) return false;
  const auto first = static_cast<std::size_t>(std::ranges::mismatch(a, b).in1 - a.begin());
  for (std::size_t gap = 2; gap <= 3 && first + gap < a.size(); ++gap)
    if (a[first] == b[first + gap] && a[first + gap] == b[first] &&
        a.substr(first + 1, gap - 1) == b.substr(first + 1, gap - 1) &&
        a.substr(first + gap + 1) == b.substr(first + gap + 1))
      return true;
  return false;
}

bool has_letters_of(std::string_view a, std::string_view b) {
  std::array<int, 256> counts{};
  for (const char c : a) ++counts.at(static_cast<unsigned char>(c));
  for (const char c : b) --counts.at(static_cast<unsigned char>(c));
  return std::ranges::all_of(counts, [](int n) { return n == 0; });
}

/// The cost of letters of which each is there, only elsewhere; more than another way may cost where they are not.
double misplacing(std::string_view written, std::string_view meant) {
  constexpr double kExchange = 1.1;  ///< of two letters
  constexpr double kMoved = 1.5;     ///< in a long word, which hardly has the letters of another by chance
  constexpr std::size_t kLong = 8;
  if (written.size() != meant.size() || written[0] != meant[0]) return 1e9;
  if (has_exchanged(written, meant)) return kExchange;
  return written.size() >= kLong && has_letters_of(written, meant) ? kMoved : 1e9;
}

}  // namespace

double slip_cost(std::string_view written, std::string_view meant) {
  if (written.size() > kLongest || meant.size() > kLongest) return 1e9;
  if (differ_by_al(written, meant) || differ_by_al(meant, written)) return 1;
  Costs costs;
  costs.written = written;
  costs.meant = meant;
  return std::min(costs.run(), written.empty() || meant.empty() ? 1e9 : misplacing(written, meant));
}

}  // namespace quizlint
