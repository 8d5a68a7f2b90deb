#include <algorithm>
#include <cstdlib>
#include <map>
#include <set>
#include <tuple>

#include "formats/layouts/readings.h"
#include "formats/wording.h"
#include "text/utf8.h"

namespace quizlint {
namespace {

/// Headings marked up alike: level, whether a label, a number, a list marker stands before the text.
using Style = std::tuple<int, bool, bool, bool>;

struct Group {
  std::size_t count = 0;
  std::size_t inside = 0;  ///< how many stand below a question of a shallower group
  double likeness = 0;
  double mean() const { return count == 0 ? 0 : likeness / static_cast<double>(count); }
};

struct Heading {
  std::size_t unit;
  Style style;
  int level;
  double likeness;
  bool title = false;  ///< of what is asked below, whatever the others of its style are
};

constexpr double kLeastMean = 0.5;

/// "How to run the tests", "How it works" head a manual as well, where nothing says that they ask.
bool is_manual(std::string_view title) {
  if (title.ends_with('?')) return false;
  const std::string lower = ascii_lower(title);
  return lower.starts_with("how to ") ||
         (lower.starts_with("how ") && (lower.ends_with(" works") || lower.ends_with(" work")));
}

/// What each release notes say.
bool is_news(std::string_view title) {
  const std::string lower = folded(title.substr(0, std::min<std::size_t>(title.size(), 16)));
  for (const std::string_view begin : {"what's new", "what’s new", "what is new", "what's changed", "what changed"})
    if (lower.starts_with(begin)) return true;
  return false;
}

Heading heading_at(const Outline& outline, std::size_t i) {
  const Unit& unit = outline.units[i];
  const Lead& lead = unit.lead;
  const bool labelled = lead.kind == LabelKind::question;
  double likeness = lead.alone && labelled ? 0 : unit.likeness;
  const bool counts = labelled && !lead.number.empty() && likeness < 0.5;  // "Question 14 - General Questions"
  if (labelled && !lead.alone && !counts) likeness = std::max(likeness, 0.45);
  if (lead.kind == LabelKind::answer || lead.kind == LabelKind::explanation || lead.kind == LabelKind::hint)
    likeness = 0;
  if (is_manual(outline.text(unit))) likeness = std::min(likeness, 0.45);
  const bool item = outline.marker(unit).kind != Marker::Kind::none;
  const int level = outline.block(unit).level;
  return {i, {level, labelled, !lead.number.empty(), item}, level, likeness};
}

/// Whether the heading says that the answer follows: what stands above it asks.
bool heads_answer(const Outline& outline, const Heading& heading) {
  const Lead& lead = outline.units[heading.unit].lead;
  const std::string_view chars = outline.chars(outline.units[heading.unit]);
  return lead.kind == LabelKind::answer && lead.alone && std::ranges::count(chars, ' ') < 2;  // no "Answer structure"
}

/// "#### Define a trigger" below "### Solution" is a step of the answer, where it has no question mark.
void settle_steps(const Outline& outline, std::vector<Heading>& headings) {
  int level = 0;  // of the heading that the answer stands below
  for (Heading& heading : headings) {
    if (level > 0 && heading.level > level && !outline.chars(outline.units[heading.unit]).ends_with('?'))
      heading.likeness = 0;
    if (level == 0 || heading.level <= level) level = heads_answer(outline, heading) ? heading.level : 0;
  }
}

/// "# List of advanced questions" over headings that ask: whatever its words, it is their title.
bool is_title(const Outline& outline, const std::vector<Heading>& headings) {
  const Heading& first = headings.front();
  const std::ptrdiff_t several = first.likeness < 0.8 ? 2 : 3;  // "Update pages" is hardly a task
  if (outline.chars(outline.units[first.unit]).ends_with('?')) return false;
  if (std::ranges::count(headings, first.style, &Heading::style) > 1) return false;
  return std::ranges::count_if(headings, [&](const Heading& heading) {
           return heading.level > first.level && heading.likeness >= 0.9;
         }) >= several;
}

/// A first heading that asks nothing, right above one of its level that asks: the title of a page that knows one level.
bool is_level_title(const std::vector<Heading>& headings) {
  if (headings.size() < 3) return false;
  const Heading& first = headings[0];
  const Heading& next = headings[1];
  return first.likeness < kLeastMean && next.likeness >= 0.8 && next.level == first.level &&
         next.unit == first.unit + 1;
}

/// "## What do you know?" right above "### Q1. …", "## React" right above "### What is JSX?".
bool heads_question(const Heading& heading, const Heading& next) {
  if (next.unit != heading.unit + 1 || next.level <= heading.level) return false;
  const bool labelled = std::get<1>(next.style) && !std::get<1>(heading.style) && next.likeness >= kLeastMean;
  return labelled || (heading.likeness < kLeastMean && next.likeness >= 0.9);
}

std::vector<Heading> headings_of(const Outline& outline, const Marks& marks) {
  std::vector<Heading> headings;
  for (std::size_t i = 0; i < marks.size(); ++i)
    if (outline.units[i].kind == UnitKind::heading && marks[i].role == Role::none)
      headings.push_back(heading_at(outline, i));
  for (std::size_t i = 0; i + 1 < headings.size(); ++i)
    if (headings[i + 1].level > headings[i].level && heads_answer(outline, headings[i + 1])) headings[i].likeness = 1;
  for (std::size_t i = 0; i + 1 < headings.size(); ++i)
    if (heads_question(headings[i], headings[i + 1])) {
      headings[i].likeness = 0;
      headings[i].title = true;
    }
  settle_steps(outline, headings);
  if (!headings.empty() && is_title(outline, headings)) headings.front().likeness = 0;
  const auto asking = std::ranges::count_if(headings, [](const Heading& heading) { return heading.likeness >= 0.9; });
  const auto news = std::ranges::count_if(
      headings, [&](const Heading& heading) { return is_news(outline.text(outline.units[heading.unit])); });
  if (news > 1 && news * 3 >= asking * 2)
    for (Heading& heading : headings)
      if (is_news(outline.text(outline.units[heading.unit]))) heading.likeness = 0;
  if (is_level_title(headings)) {
    headings.front().likeness = 0;
    headings.front().title = true;
  }
  return headings;
}

/// The styles in which questions are asked: those whose members mostly read like questions, and do not mostly stand
/// inside the answer of a shallower question.
std::map<Style, Group> asking_groups(const std::vector<Heading>& headings) {
  std::map<Style, Group> groups;
  for (const Heading& heading : headings) {
    ++groups[heading.style].count;
    groups[heading.style].likeness += heading.likeness;
  }
  int question = 0;  // level of the question that is open
  int deepest = 0;   // level of the deepest question before
  bool labelled = false;
  for (const Heading& heading : headings) {
    Group& group = groups[heading.style];
    if (heading.title && heading.level <= question) question = 0;
    if (heading.title) continue;
    const bool stray = group.likeness <= 1 && heading.level < deepest;  // "## What …?" among "### How …?"
    if (heading.likeness >= 0.9) deepest = std::max(deepest, heading.level);
    if (stray) {
      question = 0;
      continue;
    }
    const bool counted = std::get<1>(heading.style) && !labelled;  // "### Q1. Why?" below "## What do you know?"
    if (question != 0 && heading.level > question && !counted) {
      ++group.inside;
    } else {
      question = group.mean() >= kLeastMean ? heading.level : 0;
      labelled = std::get<1>(heading.style);
    }
  }
  std::erase_if(groups, [](const auto& entry) {
    const Group& group = entry.second;
    return group.mean() < kLeastMean || group.inside * 10 > group.count * 6;
  });
  return groups;
}

bool is_quoted(const Outline& outline, std::size_t i) {
  const Unit& unit = outline.units[i];
  return unit.kind == UnitKind::line && outline.block(unit).quote_depth > 0;
}

/// Whether quotes answer: most questions have one right below.
bool quotes_answer(const Outline& outline, const Marks& marks) {
  std::size_t questions = 0;
  std::size_t quoted = 0;
  for (std::size_t i = 0; i < marks.size(); ++i) {
    if (marks[i].role != Role::question) continue;
    ++questions;
    quoted += i + 1 < marks.size() && is_quoted(outline, i + 1);
  }
  return quoted * 2 >= questions;
}

/// "> Databases" above headings that ask groups them; so does one that stands right above another.
void claim_quoted_titles(const Outline& outline, Marks& marks) {
  if (quotes_answer(outline, marks)) return;
  for (std::size_t i = marks.size(); i-- > 0;) {
    const Unit& unit = outline.units[i];
    const bool title = is_quoted(outline, i) && unit.lead.kind == LabelKind::none && unit.first &&
                       outline.chars(unit).size() <= 80 && !outline.chars(unit).ends_with('.');
    const bool heads =
        i + 1 < marks.size() && (marks[i + 1].role == Role::question || marks[i + 1].role == Role::section);
    if (marks[i].role == Role::none && title && heads) marks[i] = whole(unit, Role::section);
  }
}

/// Styles whose headings mostly stand right behind a question: parts of its answer, whatever their level and language.
std::set<Style> body_styles(const std::vector<Heading>& headings, const std::map<Style, Group>& asking) {
  std::map<Style, Group> groups;
  for (std::size_t i = 0; i < headings.size(); ++i) {
    Group& group = groups[headings[i].style];
    ++group.count;
    group.inside += i > 0 && asking.count(headings[i - 1].style) > 0 && asking.count(headings[i].style) == 0;
  }
  std::set<Style> styles;
  for (const auto& [style, group] : groups)
    if (group.count >= 4 && group.inside * 10 >= group.count * 9) styles.insert(style);
  return styles;
}

/// Where most questions carry a label, another heading with it is a question too, whatever its level: "#### Q. Why?"
/// among "## Q. What?".
bool labels_ask(const std::map<Style, Group>& asking) {
  std::size_t labelled = 0;
  for (const auto& [style, group] : asking)
    if (std::get<1>(style)) labelled += group.count;
  return labelled >= 4;
}

/// Whether a heading without a label goes on with the labelled question right above it.
bool goes_on(const Outline& outline, const Marks& marks, const Heading& heading) {
  if (heading.unit == 0 || std::get<1>(heading.style) || marks[heading.unit - 1].role != Role::question) return false;
  const Unit& above = outline.units[heading.unit - 1];
  return above.lead.kind == LabelKind::question && outline.block(above).level == heading.level;
}

/// Whether what stands below a title is a list of pages, not an answer: "### React" above a folded part of the
/// contents.
bool heads_contents(const Outline& outline, const Marks& marks, std::size_t heading) {
  constexpr std::size_t kSummary = 40;  // bytes, "View contents"
  std::size_t entries = 0;
  std::size_t other = 0;
  for (std::size_t i = heading + 1; i < marks.size() && outline.units[i].kind != UnitKind::heading; ++i) {
    const bool listed = marks[i].role == Role::furniture;
    entries += listed && outline.marker(outline.units[i]).kind != Marker::Kind::none;
    other += listed ? 0 : outline.chars(outline.units[i]).size();
  }
  return entries >= 2 && other <= kSummary;
}

/// Whether a heading only counts the question that the deeper one right below it asks: "## Question 12".
bool counts_next(const Outline& outline, const Heading& heading) {
  const Lead& lead = outline.units[heading.unit].lead;
  if (lead.kind != LabelKind::question || !lead.alone || lead.number.empty()) return false;
  if (heading.unit + 1 >= outline.units.size()) return false;
  const Unit& next = outline.units[heading.unit + 1];
  return next.kind == UnitKind::heading && outline.block(next).level > heading.level;
}

/// Whether the headings from `at` on go on with the number behind that of the question that is open, and text stands
/// below the first of them: "#### Filters" between "#### 1. …" and "#### 2. …" is a part of the first answer, where a
/// title would stand right above the next question.
bool stands_between(const Outline& outline, const std::vector<Heading>& headings, std::size_t at, const Lead& open) {
  if (open.number.empty() || !outline.units[headings[at].unit].lead.number.empty()) return false;
  const std::size_t below = headings[at].unit + 1;
  if (below >= outline.units.size() || outline.units[below].kind == UnitKind::heading) return false;
  for (std::size_t i = at + 1; i < headings.size() && headings[i].level >= headings[at].level; ++i) {
    const std::string& number = outline.units[headings[i].unit].lead.number;
    if (headings[i].level == headings[at].level && !number.empty())
      return std::atoi(number.c_str()) == std::atoi(open.number.c_str()) + 1;
  }
  return false;
}

/// Whether the first heading alone counts a question: the others are parts of its answer.
bool is_counted_alone(const Outline& outline, const std::vector<Heading>& headings) {
  const auto counted = std::ranges::count_if(
      headings, [&](const Heading& heading) { return counts_among_files(outline.chars(outline.units[heading.unit])); });
  return counted == 1 && headings.front().unit == 0 && counts_among_files(outline.chars(outline.units[0]));
}

/// One question below titles: the layout of one question a file knows it better.
bool is_single(const Outline& outline, const Marks& marks) {
  std::size_t headings = 0;  // up to the first that asks
  std::size_t questions = 0;
  for (std::size_t i = 0; i < marks.size(); ++i) {
    if (questions == 0 && outline.units[i].kind == UnitKind::heading) ++headings;
    questions += marks[i].role == Role::question;
  }
  return questions == 1 && headings <= 2;
}

}  // namespace

void read_headings(const Outline& outline, Marks& marks) {
  const std::vector<Heading> headings = headings_of(outline, marks);
  const std::map<Style, Group> groups = asking_groups(headings);
  if (groups.empty() || is_counted_alone(outline, headings)) return marks.assign(marks.size(), {});
  const std::set<Style> bodies = body_styles(headings, groups);
  const bool by_label = labels_ask(groups);
  int question = 0;
  Lead open;            // of the question that is open
  std::string counter;  // the number in the heading above
  for (std::size_t h = 0; h < headings.size(); ++h) {
    const Heading& heading = headings[h];
    const Unit& unit = outline.units[heading.unit];
    const bool labelled = std::get<1>(heading.style) && heading.likeness > 0;
    const bool grouped = groups.count(heading.style) > 0 || (by_label && labelled);
    const bool asks =
        !heading.title && (grouped || (heading.likeness >= 0.9 && (question == 0 || heading.level <= question)));
    if (counts_next(outline, heading)) {
      marks[heading.unit] = whole(unit, Role::section);
      marks[heading.unit].labelled = true;
      counter = unit.lead.number;
      question = 0;
    } else if (by_label && goes_on(outline, marks, heading)) {
      marks[heading.unit] = whole(unit, Role::stem);
    } else if (asks && heading.likeness < kLeastMean && heads_contents(outline, marks, heading.unit)) {
      marks[heading.unit] = whole(unit, Role::section);
      question = 0;
    } else if (asks) {
      marks[heading.unit] = question_at(outline, unit);
      if (marks[heading.unit].number.empty()) marks[heading.unit].number = counter;
      counter.clear();
      question = heading.level;
      open = unit.lead;
    } else if (question == 0 || heading.level <= question) {
      const Lead& lead = unit.lead;
      const bool part = question != 0 && (lead.kind == LabelKind::answer || lead.kind == LabelKind::explanation ||
                                          (heading.level < question && bodies.count(heading.style) > 0));
      if (part || (heading.level == question && stands_between(outline, headings, h, open))) continue;
      marks[heading.unit] = whole(unit, Role::section);
      question = 0;
    }
  }
  if (is_single(outline, marks)) return marks.assign(marks.size(), {});
  claim_quoted_titles(outline, marks);
  claim_bodies(outline, marks);
}

}  // namespace quizlint
