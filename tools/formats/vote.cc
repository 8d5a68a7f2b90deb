#include "formats/vote.h"

#include <algorithm>
#include <cstdlib>
#include <limits>

#include "formats/choices/choices.h"
#include "formats/wording.h"

namespace quizlint {
namespace {

/// What a change of layout costs, in explained bytes: less than two short questions with their answers.
constexpr double kSwitchCost = 150;
/// What it costs to begin where no layout read before: hardly anything, for a bank may be three lines long.
constexpr double kEntryCost = 5;
/// What a byte of an answer counts from the point on where something else asks in it.
constexpr double kDoubtful = 0.4;
/// A body of so many bytes is never out of proportion.
constexpr double kShortBody = 400;

bool begins(Role role) {
  return role == Role::question || role == Role::section;
}

/// One layout's reading with what each unit counts.
struct Candidate {
  const Layout* layout = nullptr;  ///< nullptr: prose, which explains nothing
  Marks marks;
  std::vector<double> gain;
};

/// Whether a line inside an answer asks a question of its own, as another layout would have it.
bool asks_inside(const Outline& outline, std::size_t i) {
  const Unit& unit = outline.units[i];
  const bool visible = unit.kind == UnitKind::line || unit.kind == UnitKind::heading || unit.kind == UnitKind::summary;
  if (!visible || outline.block(unit).list_depth > 1) return false;
  const std::string_view chars = outline.chars(unit);
  return chars.size() < 300 && chars.size() > 8 && (chars.ends_with('?') || unit.kind != UnitKind::line) &&
         unit.likeness >= 0.9;
}

bool is_body(Role role) {
  return role == Role::answer || role == Role::explanation || role == Role::topic;
}

/// From what weight on a body is out of proportion to the others of its reading: more than four usual ones.
double longest_body(const Outline& outline, const Marks& marks) {
  std::vector<double> bodies;
  for (std::size_t i = 0; i < marks.size(); ++i) {
    if (marks[i].role == Role::question) bodies.push_back(0);
    if (is_body(marks[i].role) && !bodies.empty()) bodies.back() += outline.units[i].weight;
  }
  if (bodies.size() < 2) return 0;  // one body has no proportion
  const auto middle = bodies.begin() + static_cast<std::ptrdiff_t>(bodies.size() / 2);
  std::nth_element(bodies.begin(), middle, bodies.end());
  return 4 * *middle + kShortBody;
}

/// The weight of the body of the question at `i`.
double body_weight(const Outline& outline, const Marks& marks, std::size_t i) {
  double weight = 0;
  for (++i; i < marks.size() && marks[i].role != Role::question && marks[i].role != Role::section; ++i)
    if (is_body(marks[i].role)) weight += outline.units[i].weight;
  return weight;
}

/// Whether the question at `i` has choices: then it asks, whatever its words.
bool has_choices(const Marks& marks, std::size_t i) {
  while (++i < marks.size() && marks[i].role != Role::question && marks[i].role != Role::section)
    if (marks[i].role == Role::choice) return true;
  return false;
}

/// A question counts by how much it reads like one, its answer likewise; one that is out of proportion only until
/// something else asks in it.
std::vector<double> gains_of(const Outline& outline, const Marks& marks, const Layout& layout) {
  std::vector<double> gain(marks.size(), 0);
  const double longest = longest_body(outline, marks);
  double item = 0;
  bool too_long = false;
  bool doubtful = false;
  for (std::size_t i = 0; i < marks.size(); ++i) {
    const Role role = marks[i].role;
    if (role == Role::question) {
      item = has_choices(marks, i) ? 1 : std::max(layout.least, outline.units[i].likeness);
      too_long = body_weight(outline, marks, i) > longest;
      doubtful = false;
    } else if (role == Role::section) {
      item = 0;
    } else if (is_body(role) && too_long && !doubtful) {
      doubtful = asks_inside(outline, i);
    }
    if (role == Role::none || role == Role::section || role == Role::furniture) continue;
    if (marks[i].of != 0) {
      gain[i] = layout.trust * outline.units[i].weight;
      continue;
    }
    gain[i] = layout.trust * item * (doubtful ? kDoubtful : 1) * outline.units[i].weight;
  }
  return gain;
}

bool asks(const Marks& marks) {
  return std::ranges::any_of(marks, [](const Mark& mark) { return mark.role == Role::question; });
}

std::vector<Candidate> candidates_of(const Outline& outline, const Layout* only) {
  const Marks shared = furniture_of(outline);
  std::vector<Candidate> candidates;
  candidates.push_back({nullptr, shared, std::vector<double>(shared.size(), 0)});
  Marks marks;
  for (const Layout& layout : layouts()) {
    if (only != nullptr && only != &layout) continue;
    marks = shared;
    layout.read(outline, marks);
    if (!asks(marks)) continue;  // it explains nothing
    mark_choices(outline, marks);
    std::vector<double> gain = gains_of(outline, marks, layout);
    candidates.push_back({&layout, std::move(marks), std::move(gain)});
  }
  return candidates;
}

/// The best sequence of candidates, one a unit (Viterbi 1967). A layout is entered only where it begins something.
std::vector<std::size_t> best_path(const std::vector<Candidate>& candidates, std::size_t units) {
  const std::size_t n = candidates.size();
  std::vector<double> score(n, -kEntryCost);
  score[0] = 0;
  std::vector<double> next(n);
  std::vector<std::uint8_t> from(units * n);  // by unit, then by candidate
  for (std::size_t i = 0; i < units; ++i) {
    const auto best = static_cast<std::size_t>(std::max_element(score.begin(), score.end()) - score.begin());
    const bool from_prose = score[0] - kEntryCost >= score[best] - kSwitchCost;
    const std::size_t origin = from_prose ? 0 : best;
    const double entry = score[origin] - (from_prose ? kEntryCost : kSwitchCost);
    for (std::size_t c = 0; c < n; ++c) {
      const bool may_enter = c == 0 || i == 0 || begins(candidates[c].marks[i].role);
      const bool enters = may_enter && entry > score[c];
      from[i * n + c] = static_cast<std::uint8_t>(enters ? origin : c);
      next[c] = (enters ? entry : score[c]) + candidates[c].gain[i];
    }
    score.swap(next);
  }
  std::vector<std::size_t> path(units);
  auto at = static_cast<std::size_t>(std::max_element(score.begin(), score.end()) - score.begin());
  for (std::size_t i = units; i-- > 0;) {
    path[i] = at;
    at = from[i * n + at];
  }
  return path;
}

/// A title that stands right before a change of layout belongs to what follows, unless it asks in what went before.
void hand_over_titles(const std::vector<Candidate>& candidates, std::vector<std::size_t>& path) {
  for (std::size_t i = path.size(); i-- > 1;)
    if (path[i - 1] != path[i] && candidates[path[i]].marks[i - 1].role == Role::section &&
        candidates[path[i - 1]].marks[i - 1].role != Role::question)
      path[i - 1] = path[i];
}

double sum(const std::vector<double>& values) {
  double total = 0;
  for (const double value : values) total += value;
  return total;
}

/// Whether another reading finds the very questions that the path does, or titles right above them: it is no rival.
bool asks_alike(const std::vector<Candidate>& candidates, const std::vector<std::size_t>& path, const Marks& marks) {
  constexpr std::ptrdiff_t kNear = 2;  // units
  std::vector<std::ptrdiff_t> ours;
  std::vector<std::ptrdiff_t> theirs;
  for (std::size_t i = 0; i < path.size(); ++i) {
    if (candidates[path[i]].marks[i].role == Role::question) ours.push_back(static_cast<std::ptrdiff_t>(i));
    if (marks[i].role == Role::question) theirs.push_back(static_cast<std::ptrdiff_t>(i));
  }
  return std::equal(ours.begin(), ours.end(), theirs.begin(), theirs.end(),
                    [](std::ptrdiff_t a, std::ptrdiff_t b) { return std::abs(a - b) <= kNear; });
}

/// The share that the path explains less the share that the best other layout alone would which finds other questions.
double confidence_of(const Outline& outline, const std::vector<Candidate>& candidates,
                     const std::vector<std::size_t>& path, const Layout* layout) {
  double weight = 0;
  double explained = 0;
  for (std::size_t i = 0; i < path.size(); ++i) {
    const Candidate& candidate = candidates[path[i]];
    const Role role = candidate.marks[i].role;
    const bool shared = role == Role::section || role == Role::furniture;
    weight += shared ? 0 : outline.units[i].weight;
    explained += shared ? 0 : candidate.gain[i];
  }
  double runner_up = 0;
  for (const Candidate& candidate : candidates) {
    if (candidate.layout == layout) continue;
    const double gain = sum(candidate.gain);
    if (gain > runner_up && !asks_alike(candidates, path, candidate.marks)) runner_up = gain;
  }
  return weight == 0 ? 0 : std::clamp((explained - std::min(runner_up, explained)) / weight, 0.0, 1.0);
}

std::vector<Stretch> stretches_of(const std::vector<Candidate>& candidates, const std::vector<std::size_t>& path) {
  std::vector<Stretch> stretches;
  for (std::size_t i = 0; i < path.size(); ++i) {
    const Layout* layout = candidates[path[i]].layout;
    if (stretches.empty() || stretches.back().layout != layout) stretches.push_back({layout, i, i});
    stretches.back().end = i + 1;
  }
  return stretches;
}

}  // namespace

Reading vote(const Outline& outline, const Layout* only) {
  const std::vector<Candidate> candidates = candidates_of(outline, only);
  std::vector<std::size_t> path = best_path(candidates, outline.units.size());
  hand_over_titles(candidates, path);
  Reading reading;
  reading.stretches = stretches_of(candidates, path);
  std::vector<double> share(candidates.size(), 0);
  for (std::size_t i = 0; i < path.size(); ++i) {
    reading.marks.push_back(candidates[path[i]].marks[i]);
    share[path[i]] += candidates[path[i]].gain[i];
  }
  const auto best = static_cast<std::size_t>(std::max_element(share.begin(), share.end()) - share.begin());
  if (share[best] > 0) reading.layout = candidates[best].layout;
  reading.confidence = confidence_of(outline, candidates, path, reading.layout);
  return reading;
}

}  // namespace quizlint
