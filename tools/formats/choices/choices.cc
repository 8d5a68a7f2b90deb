#include "formats/choices/choices.h"

#include <algorithm>
#include <optional>

#include "formats/choices/accept.h"
#include "formats/choices/answer_section.h"
#include "formats/choices/answer_sheet.h"
#include "formats/choices/key.h"
#include "formats/wording.h"
#include "text/text.h"
#include "text/utf8.h"
#include "text/words.h"

namespace quizlint {
namespace {

void give(const Outline& outline, Marks& marks, std::size_t i, Role role) {
  if (marks[i].role == Role::furniture || marks[i].role == Role::none) return;
  marks[i] = whole(outline.units[i], role);
}

/// What stands between question and choices: the stem; a hint in a quote and the label of the choices are neither.
void mark_stem(const Outline& outline, Marks& marks, const Candidate& candidate) {
  for (std::size_t i = candidate.body.begin; i < candidate.run.begin(); ++i) {
    const Unit& unit = outline.units[i];
    const std::string_view chars = outline.chars(unit);
    const bool text = unit.kind == UnitKind::line || unit.kind == UnitKind::heading;
    const bool label = text && (label_end(chars, "labels/options") == chars.size() ||
                                label_end(chars, "labels/answer") == chars.size());
    give(outline, marks, i, !chars.empty() && label ? Role::topic : Role::stem);
  }
}

void mark_option(const Outline& outline, Marks& marks, const RunOption& option) {
  for (std::size_t i = option.begin; i < option.end; ++i) {
    if (marks[i].role == Role::furniture && i > option.begin) continue;
    marks[i] = whole(outline.units[i], Role::choice);
  }
  Mark& first = marks[option.begin];
  first.begins = true;
  first.correct = option.option.correct;
  first.chars = option.option.chars;
  first.number = option.option.label;
}

void mark_rest(const Outline& outline, Marks& marks, const Candidate& candidate, std::size_t begin, std::size_t end) {
  for (std::size_t i = begin; i < end; ++i) {
    const Unit& unit = outline.units[i];
    const Offset label = unit.kind == UnitKind::line ? label_end(outline.chars(unit), "labels/explanation") : 0;
    give(outline, marks, i, Role::explanation);
    if (marks[i].role == Role::explanation) marks[i].chars.begin += label;
  }
  for (const KeyPlace& key : candidate.keys) {
    if (key.unit < begin || key.unit >= end) continue;
    marks[key.unit] = whole(outline.units[key.unit], Role::key);
    marks[key.unit].labelled = true;
    marks[key.unit].chars.begin += key.text;
  }
}

/// Where an answer in prose begins behind the choices, which stays one: a label that no key follows.
std::size_t prose_begin(const Outline& outline, const Candidate& candidate) {
  const std::size_t end = candidate.body.end;
  if (is_named(candidate.keys)) return end;
  if (!candidate.keys.empty()) return candidate.keys.front().unit;
  for (std::size_t i = candidate.run.end(); i < end; ++i)
    if (is_readable(outline.units[i]) && key_label(outline.chars(outline.units[i])) > 0) return i;
  return end;
}

void apply(const Outline& outline, Marks& marks, const Candidate& candidate) {
  mark_stem(outline, marks, candidate);
  std::size_t at = candidate.run.begin();
  for (const RunOption& option : candidate.run.options) {
    mark_rest(outline, marks, candidate, at, option.begin);
    mark_option(outline, marks, option);
    at = option.end;
  }
  mark_rest(outline, marks, candidate, at, prose_begin(outline, candidate));
}

/// The units below a heading up to the next heading or question.
Body below(const Outline& outline, const Marks& marks, std::size_t heading) {
  std::size_t end = heading + 1;
  while (end < marks.size() && outline.units[end].kind != UnitKind::heading && marks[end].role != Role::question) ++end;
  return {heading + 1, end};
}

/// The question that a heading goes on with, nothing of its own between them; or npos.
std::size_t goes_on_with(const Outline& outline, const Marks& marks, std::size_t heading) {
  const Unit& unit = outline.units[heading];
  if (heading == 0 || !lead_of(outline.chars(unit)).number.empty()) return std::string::npos;
  const std::size_t above = heading - 1;
  const bool alike = outline.units[above].kind == UnitKind::heading && marks[above].role == Role::question &&
                     outline.block(outline.units[above]).level <= outline.block(unit).level;
  return alike ? above : std::string::npos;
}

/// Whether a box is ticked anywhere: where none is, boxes below a title that asks nothing are a list to work off.
bool ticks_boxes(const Outline& outline) {
  return std::any_of(outline.units.begin(), outline.units.end(), [&](const Unit& unit) {
    const std::optional<Option> option = option_at(outline, unit);
    return option && option->correct && (option->form == ChoiceForm::box || option->form == ChoiceForm::radio);
  });
}

/// Whether most boxes ask themselves: they tell which questions somebody has worked on.
bool boxes_ask(const Outline& outline, const Run& run) {
  const auto asking = std::count_if(run.options.begin(), run.options.end(), [&](const RunOption& option) {
    return outline.units[option.begin].likeness >= 0.8;
  });
  return static_cast<std::size_t>(asking) * 2 > run.options.size();
}

/// A heading that the layout takes for a section although boxes stand below it asks like the others.
void promote_headings(const Outline& outline, Marks& marks) {
  const bool asks =
      std::any_of(marks.begin(), marks.end(), [](const Mark& mark) { return mark.role == Role::question; });
  if (!asks) return;
  const bool ticked = ticks_boxes(outline);
  for (std::size_t i = 0; i < marks.size(); ++i) {
    if (!ticked && outline.units[i].likeness < 0.5) continue;
    if (outline.units[i].kind != UnitKind::heading || (marks[i].role != Role::section && marks[i].role != Role::none))
      continue;
    const Body body = below(outline, marks, i);
    const Run run = marked_run(outline, body);
    if (run.options.size() < 2 || !is_boxes(run) || boxes_ask(outline, run)) continue;
    const bool stem = goes_on_with(outline, marks, i) != std::string::npos;
    marks[i] = stem ? whole(outline.units[i], Role::stem) : question_at(outline, outline.units[i]);
    for (std::size_t u = body.begin; u < body.end; ++u)
      if (marks[u].role == Role::none) marks[u] = whole(outline.units[u], Role::answer);
  }
}

bool is_box(const Outline& outline, std::size_t i) {
  const std::optional<Option> option = option_at(outline, outline.units[i]);
  return option && (option->form == ChoiceForm::box || option->form == ChoiceForm::radio);
}

/// A box among boxes most of which ask nothing is a choice, however its text begins ("- [ ] S3 logs").
void demote_boxes(const Outline& outline, Marks& marks) {
  for (std::size_t begin = 0; begin < marks.size(); ++begin) {
    std::size_t end = begin;
    std::size_t asking = 0;
    for (; end < marks.size() && is_box(outline, end); ++end) asking += marks[end].role == Role::question;
    if (asking > 0 && asking * 2 <= end - begin)
      for (std::size_t i = begin; i < end; ++i)
        if (marks[i].role == Role::question) marks[i] = whole(outline.units[i], Role::answer);
    begin = std::max(begin, end);
  }
}

/// A letter that goes on with a row is a choice, although it is a label of questions somewhere ("D)" in Italian).
void demote_letters(const Outline& outline, Marks& marks) {
  std::optional<Option> last;
  for (std::size_t i = 0; i < marks.size(); ++i) {
    std::optional<Option> option = option_at(outline, outline.units[i]);
    if (!option || option->rank == 0) continue;
    const bool goes_on =
        last && option->form == last->form && option->depth == last->depth && option->rank == last->rank + 1;
    if (goes_on && marks[i].role == Role::question) marks[i] = whole(outline.units[i], Role::answer);
    last = std::move(option);
  }
}

}  // namespace

void keep_choices(const Outline& outline, Marks& marks) {
  for (const Candidate& candidate : candidates_of(outline, marks)) {
    if (is_sure(candidate)) continue;
    for (std::size_t i = candidate.question; i < candidate.body.end; ++i)
      if (marks[i].role != Role::furniture) marks[i] = {};
  }
}

void mark_choices(const Outline& outline, Marks& marks) {
  demote_boxes(outline, marks);
  demote_letters(outline, marks);
  promote_headings(outline, marks);
  const std::vector<SectionKeys> sections = read_answer_sections(outline, marks);
  const AnswerSheet sheet = answer_sheet_of(outline);
  for (const std::size_t unit : sheet.units) marks[unit] = whole(outline.units[unit], Role::furniture);
  std::vector<Candidate> candidates = candidates_of(outline, marks);
  read_sheet(sheet, marks, candidates);
  read_section_keys(sections, candidates);
  accept_choices(outline, candidates);
  for (const Candidate& candidate : candidates)
    if (candidate.accepted) apply(outline, marks, candidate);
}

}  // namespace quizlint
