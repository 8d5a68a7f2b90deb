#include "formats/layouts/readings.h"
#include "formats/wording.h"

namespace quizlint {
namespace {

/// The markup says much already, so the summaries need to read less like questions than headings do.
constexpr double kLeastMean = 0.35;

constexpr std::size_t kNowhere = static_cast<std::size_t>(-1);

bool has_tag(const Outline& outline, const Unit& unit, std::string_view name) {
  for (const Inline& run : outline.block(unit).inlines)
    if (run.kind == InlineKind::tag && run.target == name && unit.source.covers(run.source)) return true;
  return false;
}

/// The unit in which the summary ends that begins at `i`; `i` itself where it holds all of it, or never ends.
std::size_t summary_end(const Outline& outline, std::size_t i) {
  if (outline.block(outline.units[i]).closed) return i;
  for (std::size_t j = i + 1; j < outline.units.size(); ++j) {
    const Unit& unit = outline.units[j];
    if (has_tag(outline, unit, "/summary")) return j;
    if (unit.kind == UnitKind::summary || has_tag(outline, unit, "/details")) break;
  }
  return i;
}

/// Whether what the summary at `i` folds begins with another one that asks no less: then it groups questions.
bool groups(const Outline& outline, std::size_t i) {
  const Unit& unit = outline.units[i];
  std::size_t next = summary_end(outline, i) + 1;
  while (next < outline.units.size() && outline.units[next].kind == UnitKind::markup) ++next;
  if (next >= outline.units.size() || outline.units[next].kind != UnitKind::summary) return false;
  const Unit& inner = outline.units[next];
  if (outline.block(inner).details_depth <= outline.block(unit).details_depth) return false;
  if (announces_answer(outline.chars(inner)) || inner.lead.kind == LabelKind::hint) return false;
  return unit.likeness < 0.5 || (unit.likeness < 0.9 && inner.likeness >= unit.likeness);
}

/// The unit that asks for the summary at `i`: itself, or the first text below `<summary>` alone on its line.
std::size_t asking_unit(const Outline& outline, std::size_t i) {
  if (outline.units[i].kind != UnitKind::summary || groups(outline, i)) return kNowhere;
  const std::size_t end = summary_end(outline, i);
  for (std::size_t j = i; j <= end; ++j) {
    const std::string_view chars = outline.chars(outline.units[j]);
    if (!chars.empty() && outline.units[j].kind != UnitKind::markup) return announces_answer(chars) ? kNowhere : j;
  }
  return kNowhere;
}

/// A fold in the line of its question: "What is a lock? <details><summary>Answer</summary>A thing …</details>".
struct InlineFold {
  Offset question_end = 0;
  Offset answer = 0;  ///< 0 where there is none
};

InlineFold inline_fold(const Outline& outline, const Unit& unit) {
  InlineFold fold;
  if (unit.kind != UnitKind::line) return fold;
  Offset title = 0;
  for (const Inline& run : outline.block(unit).inlines) {
    if (run.kind != InlineKind::tag || run.chars.begin < unit.chars.begin || run.chars.end > unit.chars.end) continue;
    if (run.target == "details" && fold.question_end == 0) fold.question_end = run.chars.begin;
    if (run.target == "summary") title = run.chars.end;
    if (run.target != "/summary" || fold.question_end <= unit.chars.begin) continue;
    const std::string_view named = slice(outline.block(unit).text.chars(), {title, run.chars.begin});
    if (announces_answer(named)) fold.answer = run.chars.end;
    break;
  }
  return fold;
}

/// Gives the question in front of an inline fold what the fold holds.
void read_inline_fold(const Outline& outline, const Unit& unit, InlineFold fold, Mark& mark) {
  const std::string& text = outline.block(unit).text.chars();
  mark = question_at(outline, unit);
  mark.chars = trimmed(text, {mark.chars.begin, std::max(mark.chars.begin, fold.question_end)});
  mark.answer = trimmed(text, {fold.answer, unit.chars.end});
  mark.labelled = true;
}

/// A question between two <details> that has no answer: "* What is a lock?".
bool asks_in_list(const Outline& outline, const Unit& unit) {
  return unit.kind == UnitKind::line && outline.marker(unit).kind != Marker::Kind::none &&
         outline.block(unit).list_depth == 1 && outline.block(unit).details_depth == 0 &&
         outline.chars(unit).ends_with('?') && unit.likeness >= 0.9;
}

double mean_likeness(const Outline& outline, const Marks& marks) {
  double sum = 0;
  std::size_t count = 0;
  for (std::size_t i = 0; i < marks.size(); ++i) {
    const bool folded = marks[i].role == Role::none && inline_fold(outline, outline.units[i]).answer > 0;
    const std::size_t asking = folded ? i : asking_unit(outline, i);
    if (asking == kNowhere || marks[asking].role != Role::none) continue;
    sum += outline.units[asking].likeness;
    ++count;
  }
  return count == 0 ? 0 : sum / static_cast<double>(count);
}

}  // namespace

void read_details(const Outline& outline, Marks& marks) {
  if (mean_likeness(outline, marks) < kLeastMean) return marks.assign(marks.size(), {});
  bool open = false;
  std::size_t question = kNowhere;  // where the summary that was last begun asks
  std::size_t stem = 0;             // what stands before it goes on with the stem
  for (std::size_t i = 0; i < marks.size(); ++i) {
    const Unit& unit = outline.units[i];
    if (const std::size_t asking = asking_unit(outline, i); asking != kNowhere) {
      question = asking;
      stem = summary_end(outline, i);
    }
    const InlineFold fold = marks[i].role == Role::none ? inline_fold(outline, unit) : InlineFold();
    if (i == question && marks[i].role == Role::none) {
      marks[i] = question_at(outline, unit);
      open = true;
    } else if (fold.answer > 0) {
      read_inline_fold(outline, unit, fold, marks[i]);
    } else if (!open && marks[i].role == Role::none && asks_in_list(outline, unit)) {
      marks[i] = question_at(outline, unit);
      split_answer(outline, unit, marks[i]);
    } else if ((unit.kind == UnitKind::heading || (unit.kind == UnitKind::summary && groups(outline, i))) &&
               marks[i].role == Role::none && !open) {
      marks[i] = whole(unit, Role::section);
    }
    // Between two <details> stands neither question nor answer: the vote decides whether another layout knows it.
    if (open && marks[i].role == Role::none) {
      const Role part = i < stem ? Role::stem : Role::answer;
      marks[i] = whole(unit, unit.kind == UnitKind::rule ? Role::furniture : part);
    }
    if (has_tag(outline, unit, "/details")) open = false;
  }
}

}  // namespace quizlint
