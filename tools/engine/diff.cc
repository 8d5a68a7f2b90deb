#include "engine/diff.h"

#include <algorithm>
#include <map>
#include <unordered_map>
#include <utility>
#include <vector>

#include <fmt/format.h>

namespace quizlint {
namespace {

constexpr std::size_t kContext = 3;

using Lines = std::vector<std::string_view>;

/// Lines that are replaced: [a, a_end) of the old text by [b, b_end) of the new one.
struct Change {
  std::size_t a, a_end, b, b_end;
};

Lines lines_of(std::string_view text) {
  Lines lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size() - 1) + 1;
    lines.push_back(text.substr(0, end));
    text.remove_prefix(end);
  }
  return lines;
}

using Pair = std::pair<std::size_t, std::size_t>;

/// The longest run of pairs, sorted by their first, in which the second rises.
std::vector<Pair> rising(const std::vector<Pair>& pairs) {
  std::vector<std::size_t> ends, before(pairs.size(), pairs.size());
  for (std::size_t i = 0; i < pairs.size(); ++i) {
    const auto at = std::ranges::lower_bound(ends, pairs[i].second, {}, [&](std::size_t k) { return pairs[k].second; });
    if (at != ends.begin()) before[i] = *std::prev(at);
    if (at == ends.end()) {
      ends.push_back(i);
    } else {
      *at = i;
    }
  }
  std::vector<Pair> run;
  for (std::size_t i = ends.empty() ? pairs.size() : ends.back(); i < pairs.size(); i = before[i])
    run.push_back(pairs[i]);
  std::ranges::reverse(run);
  return run;
}

class Differ {
 public:
  Differ(const Lines& a, const Lines& b) : a_(a), b_(b) {}

  std::vector<Change> changes() {
    compare({0, a_.size(), 0, b_.size()});
    return std::move(changes_);
  }

 private:
  void compare(Change range) {
    while (range.a < range.a_end && range.b < range.b_end && a_[range.a] == b_[range.b]) ++range.a, ++range.b;
    while (range.a < range.a_end && range.b < range.b_end && a_[range.a_end - 1] == b_[range.b_end - 1])
      --range.a_end, --range.b_end;
    if (range.a == range.a_end && range.b == range.b_end) return;
    const std::vector<Pair> anchors = rising(lines_in_both_once(range));
    if (anchors.empty()) {
      add(range);
      return;
    }
    for (const auto& [a, b] : anchors) {
      compare({range.a, a, range.b, b});
      range.a = a + 1;
      range.b = b + 1;
    }
    compare(range);
  }

  /// Joins what touches, so that a change is told as one.
  void add(const Change& change) {
    if (!changes_.empty() && changes_.back().a_end == change.a && changes_.back().b_end == change.b) {
      changes_.back().a_end = change.a_end;
      changes_.back().b_end = change.b_end;
    } else {
      changes_.push_back(change);
    }
  }

  std::vector<Pair> lines_in_both_once(const Change& range) const {
    struct Seen {
      std::size_t in_a = 0, in_b = 0, at = 0;
    };
    std::unordered_map<std::string_view, Seen> seen;
    for (std::size_t i = range.b; i < range.b_end; ++i) {
      Seen& line = seen[b_[i]];
      ++line.in_b;
      line.at = i;
    }
    for (std::size_t i = range.a; i < range.a_end; ++i) ++seen[a_[i]].in_a;
    std::vector<Pair> pairs;
    for (std::size_t i = range.a; i < range.a_end; ++i) {
      const Seen& line = seen[a_[i]];
      if (line.in_a == 1 && line.in_b == 1) pairs.emplace_back(i, line.at);
    }
    return pairs;
  }

  const Lines& a_;
  const Lines& b_;
  std::vector<Change> changes_;
};

void add_lines(std::string& out, char sign, const Lines& lines, std::size_t from, std::size_t to) {
  for (std::size_t i = from; i < to; ++i) {
    out += sign;
    out += lines[i];
    if (!lines[i].ends_with('\n')) out += "\n\\ No newline at end of file\n";
  }
}

/// A range of a hunk's head: an empty one names the line before it.
std::string range_of(std::size_t from, std::size_t to) {
  return to - from == 1 ? fmt::format("{}", from + 1) : fmt::format("{},{}", from == to ? from : from + 1, to - from);
}

void add_hunk(std::string& out, const Lines& a, const Lines& b, const Change* first, const Change* last) {
  const std::size_t lead = std::min(kContext, first->a);
  const std::size_t tail = std::min(kContext, a.size() - last->a_end);
  out += fmt::format("@@ -{} +{} @@\n", range_of(first->a - lead, last->a_end + tail),
                     range_of(first->b - lead, last->b_end + tail));
  std::size_t at = first->a - lead;
  for (const Change* change = first; change <= last; ++change) {
    add_lines(out, ' ', a, at, change->a);
    add_lines(out, '-', a, change->a, change->a_end);
    add_lines(out, '+', b, change->b, change->b_end);
    at = change->a_end;
  }
  add_lines(out, ' ', a, at, at + tail);
}

}  // namespace

std::string unified_diff(std::string_view path, std::string_view before, std::string_view after) {
  const Lines a = lines_of(before), b = lines_of(after);
  const std::vector<Change> changes = Differ(a, b).changes();
  if (changes.empty()) return {};
  std::string out = fmt::format("--- {}\n+++ {}\n", path, path);
  for (std::size_t i = 0; i < changes.size();) {
    std::size_t last = i;
    while (last + 1 < changes.size() && changes[last + 1].a - changes[last].a_end <= 2 * kContext) ++last;
    add_hunk(out, a, b, &changes[i], &changes[last]);
    i = last + 1;
  }
  return out;
}

}  // namespace quizlint
