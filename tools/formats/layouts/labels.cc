#include "formats/layouts/readings.h"
#include "formats/wording.h"

namespace quizlint {
namespace {

/// Whether a heading only counts questions ("## Question 12"): the question itself stands below.
bool is_counter(const Outline& outline, const Unit& unit, const Lead& lead) {
  return unit.kind == UnitKind::heading && lead.kind == LabelKind::question && lead.alone &&
         !outline.chars(unit).empty();
}

/// Whether a heading gives the title of the question that a label alone begins below: "## Question 1: Exits" above
/// "### Question" or "**Question:**".
bool titles_question(const Outline& outline, std::size_t i) {
  if (i + 1 >= outline.units.size()) return false;
  const Unit& unit = outline.units[i];
  const Unit& next = outline.units[i + 1];
  if (unit.kind != UnitKind::heading || next.lead.kind != LabelKind::question) return false;
  // "## Q1: Exits" above "**Question:** Which exit is the nearest?"
  if (!next.lead.alone && (unit.lead.number.empty() || unit.likeness >= 0.8)) return false;
  if (next.kind == UnitKind::heading) return outline.block(next).level > outline.block(unit).level;
  return next.kind == UnitKind::line && next.lead.number.empty();
}

/// Whether "## Questions" stands above a list of them, where the label would take the first for the only one.
bool heads_list(const Outline& outline, std::size_t i) {
  if (outline.units[i].kind != UnitKind::heading || !outline.units[i].lead.number.empty()) return false;
  std::size_t items = 0;
  std::size_t asking = 0;
  for (std::size_t j = i + 1; j < outline.units.size() && outline.units[j].kind != UnitKind::heading; ++j) {
    const bool item = outline.marker(outline.units[j]).kind != Marker::Kind::none;
    if (j == i + 1 && !item) return false;
    items += item;
    asking += item && outline.units[j].likeness >= 0.8;
  }
  return asking >= 3 && asking * 3 >= items;
}

/// Where the part of an answer ends that a heading deeper than the one above the open question begins: before a heading
/// as shallow as that one. `i` where another question is asked before it.
std::size_t part_end(const Outline& outline, std::size_t i, int level) {
  if (level == 0 || outline.block(outline.units[i]).level <= level) return i;
  for (std::size_t j = i + 1; j < outline.units.size(); ++j) {
    const Unit& unit = outline.units[j];
    if (unit.kind == UnitKind::heading && outline.block(unit).level <= level) return j;
    if (unit.lead.kind == LabelKind::question && unit.kind != UnitKind::cell) return i;
  }
  return outline.units.size();
}

bool can_hold_label(UnitKind kind) {
  return kind == UnitKind::line || kind == UnitKind::heading;
}

/// Whether answers are labelled at all: "## Q. …" with plain text below is a heading that asks.
bool labels_answers(const Outline& outline) {
  std::size_t questions = 0;
  std::size_t answers = 0;
  for (const Unit& unit : outline.units) {
    if (!can_hold_label(unit.kind)) continue;
    const LabelKind kind = unit.lead.kind;
    questions += kind == LabelKind::question;
    answers += kind == LabelKind::answer;
  }
  return answers * 3 >= questions;
}

/// Where the sentence ends that the label at `i` begins, if it was wrapped: "Q3. Which harbours have the highest" above
/// "tide?"; else `i`.
std::size_t wrapped_end(const Outline& outline, std::size_t i) {
  constexpr std::size_t kMostLines = 3;
  const Unit& first = outline.units[i];
  const std::string_view chars = outline.chars(first);
  if (first.kind != UnitKind::line || chars.empty() ||
      std::string_view(".?!:;").find(chars.back()) != std::string_view::npos)
    return i;
  for (std::size_t j = i + 1; j < outline.units.size() && j <= i + kMostLines; ++j) {
    const Unit& unit = outline.units[j];
    if (unit.block != first.block || unit.lead.kind != LabelKind::none) return i;
    const std::string_view line = outline.chars(unit);
    if (line.ends_with('?')) return j;
    if (line.ends_with('.')) return i;
  }
  return i;
}

}  // namespace

void read_labels(const Outline& outline, Marks& marks) {
  const bool headings_ask = labels_answers(outline);
  std::string counter;
  bool open_label = false;  // "Question:" alone on its line: the next text is the stem
  int level = 0;            // of the heading above the question that is open
  int title = 0;            // of the last heading
  std::size_t part = 0;     // where the part of an answer ends that a heading begins
  for (std::size_t i = 0; i < marks.size(); ++i) {
    const Unit& unit = outline.units[i];
    if (marks[i].role != Role::none) continue;
    if (!can_hold_label(unit.kind)) {
      open_label = open_label && unit.kind != UnitKind::code;
      continue;
    }
    const Lead& lead = unit.lead;
    if (unit.kind == UnitKind::heading && (level == 0 || lead.kind != LabelKind::none))
      title = outline.block(unit).level;
    if (lead.kind == LabelKind::question && lead.alone && heads_list(outline, i)) {
      marks[i] = whole(unit, Role::section);
      open_label = false;
    } else if (is_counter(outline, unit, lead) || (lead.kind == LabelKind::question && titles_question(outline, i))) {
      marks[i] = whole(unit, Role::section);
      marks[i].labelled = true;
      counter = lead.number;
      open_label = true;
    } else if (lead.kind == LabelKind::question && lead.alone) {
      marks[i] = whole(unit, Role::section);
      marks[i].labelled = true;
      if (!lead.number.empty()) counter = lead.number;
      open_label = true;
    } else if (unit.kind == UnitKind::heading && lead.kind == LabelKind::question && !headings_ask) {
      marks[i] = whole(unit, Role::section);
    } else if (lead.kind == LabelKind::question || (open_label && lead.kind == LabelKind::none)) {
      marks[i] = question_at(outline, unit);
      split_answer(outline, unit, marks[i]);
      if (marks[i].number.empty()) marks[i].number = counter;
      counter.clear();
      for (const std::size_t end = wrapped_end(outline, i); i < end; ++i)
        marks[i + 1] = whole(outline.units[i + 1], Role::stem);
      open_label = false;
      level = title;
    } else if (unit.kind == UnitKind::heading && lead.kind == LabelKind::none && i >= part) {
      part = part_end(outline, i, level);
      if (part > i) continue;
      marks[i] = whole(unit, Role::section);
      level = 0;
    } else {
      open_label = false;
    }
  }
  claim_stems(outline, marks);
  claim_bodies(outline, marks);
}

void claim_stems(const Outline& outline, Marks& marks) {
  for (std::size_t i = 0; i < marks.size(); ++i) {
    if (marks[i].role != Role::question) continue;
    std::size_t label = i + 1;
    while (label < marks.size() && marks[label].role != Role::question && marks[label].role != Role::section) {
      const Unit& unit = outline.units[label];
      if (can_hold_label(unit.kind) && unit.lead.kind == LabelKind::answer) break;
      if (unit.kind == UnitKind::summary && announces_answer(outline.chars(unit))) break;
      ++label;
    }
    const bool labelled =
        label < marks.size() && marks[label].role != Role::question && marks[label].role != Role::section;
    for (std::size_t j = i + 1; labelled && j < label; ++j)
      if (marks[j].role == Role::none) marks[j] = whole(outline.units[j], Role::stem);
  }
}

}  // namespace quizlint
