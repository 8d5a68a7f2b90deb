#include <cstdlib>

#include "formats/layouts/readings.h"
#include "formats/wording.h"

namespace quizlint {
namespace {

/// Whether a bold line goes on with the numbers of those that ask: "**5. The life of a bean**" behind "**4. …?**".
bool goes_on(const Unit& unit, const std::string& last) {
  return !last.empty() && !unit.lead.number.empty() && unit.likeness >= 0.3 &&
         std::atoi(unit.lead.number.c_str()) == std::atoi(last.c_str()) + 1;
}

bool asks_in_bold(const Outline& outline, const Unit& unit, const std::string& last) {
  if (unit.kind != UnitKind::line || !unit.strong || !unit.first || outline.block(unit).list_depth > 0) return false;
  if (outline.block(unit).details_depth > 0) return false;
  return unit.lead.kind == LabelKind::none && !unit.lead.alone && (unit.likeness >= 0.8 || goes_on(unit, last));
}

}  // namespace

void read_bold(const Outline& outline, Marks& marks) {
  std::size_t count = 0;
  std::string last;  // the number of the last question
  for (std::size_t i = 0; i < marks.size(); ++i) {
    const Unit& unit = outline.units[i];
    if (marks[i].role != Role::none) continue;
    if (unit.kind == UnitKind::heading) {
      marks[i] = whole(unit, Role::section);
    } else if (asks_in_bold(outline, unit, last)) {
      marks[i] = question_at(outline, unit);
      last = marks[i].number;
      ++count;
    }
  }
  if (count == 0) return marks.assign(marks.size(), {});
  claim_bodies(outline, marks);
}

}  // namespace quizlint
