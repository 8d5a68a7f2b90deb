#include <cstdlib>

#include "formats/bare_leads.h"
#include "formats/choices/option.h"
#include "formats/layouts/readings.h"
#include "formats/wording.h"

namespace quizlint {
namespace {

/// Whether a bold line goes on with the numbers of those that ask: "**5. The life of a bean**" behind "**4. …?**".
bool goes_on(const Unit& unit, const std::string& last) {
  return !last.empty() && !unit.lead.number.empty() && (unit.likeness >= 0.3 || unit.blank_before) &&
         std::atoi(unit.lead.number.c_str()) == std::atoi(last.c_str()) + 1;
}

bool is_bold_line(const Outline& outline, std::size_t i) {
  if (i >= outline.units.size()) return false;
  const Unit& unit = outline.units[i];
  return unit.kind == UnitKind::line && unit.strong && unit.first && outline.block(unit).list_depth == 0 &&
         unit.lead.kind == LabelKind::none;
}

/// Whether choices begin right below the bold line at `i`: then it asks, whatever its words.
bool heads_choices(const Outline& outline, std::size_t i) {
  if (i + 2 >= outline.units.size()) return false;
  const std::optional<Option> first = option_at(outline, outline.units[i + 1]);
  const std::optional<Option> second = option_at(outline, outline.units[i + 2]);
  return first && second && first->rank == 1 && second->rank == 2 && first->form == second->form;
}

bool asks_in_bold(const Outline& outline, const Unit& unit, const std::string& last) {
  if (unit.kind != UnitKind::line || !unit.first || outline.block(unit).list_depth > 0) return false;
  if (!unit.strong && !begins_bold_question(outline, unit)) return false;
  if (outline.block(unit).details_depth > 0) return false;
  return unit.lead.kind == LabelKind::none && !unit.lead.alone && (unit.likeness >= 0.8 || goes_on(unit, last));
}

}  // namespace

bool titles_bold_question(const Outline& outline, std::size_t i) {
  if (!is_bold_line(outline, i) || !is_bold_line(outline, i + 1)) return false;
  const Unit& next = outline.units[i + 1];
  return outline.units[i].likeness < 0.8 && next.lead.number.empty() &&
         (next.likeness >= 0.8 || heads_choices(outline, i + 1));
}

void read_bold(const Outline& outline, Marks& marks) {
  std::size_t count = 0;
  std::string last;     // the number of the last question
  std::string counter;  // the number in the title above
  for (std::size_t i = 0; i < marks.size(); ++i) {
    const Unit& unit = outline.units[i];
    if (marks[i].role != Role::none) continue;
    if (unit.kind == UnitKind::heading) {
      marks[i] = whole(unit, Role::section);
    } else if (titles_bold_question(outline, i)) {
      marks[i] = whole(unit, Role::section);
      counter = unit.lead.number;
    } else if (asks_in_bold(outline, unit, last) || (is_bold_line(outline, i) && heads_choices(outline, i))) {
      marks[i] = question_at(outline, unit);
      if (!unit.strong) split_answer(outline, unit, marks[i]);
      if (marks[i].number.empty()) marks[i].number = counter;
      counter.clear();
      last = marks[i].number;
      ++count;
    }
  }
  if (count == 0) return marks.assign(marks.size(), {});
  claim_bodies(outline, marks);
}

}  // namespace quizlint
