#include "formats/layouts/readings.h"
#include "formats/wording.h"

namespace quizlint {
namespace {

bool asks_in_bold(const Outline& outline, const Unit& unit) {
  if (unit.kind != UnitKind::line || !unit.strong || !unit.first || outline.block(unit).list_depth > 0) return false;
  if (outline.block(unit).details_depth > 0) return false;
  return unit.lead.kind == LabelKind::none && !unit.lead.alone && unit.likeness >= 0.8;
}

}  // namespace

void read_bold(const Outline& outline, Marks& marks) {
  std::size_t count = 0;
  for (std::size_t i = 0; i < marks.size(); ++i) {
    const Unit& unit = outline.units[i];
    if (marks[i].role != Role::none) continue;
    if (unit.kind == UnitKind::heading) {
      marks[i] = whole(unit, Role::section);
    } else if (asks_in_bold(outline, unit)) {
      marks[i] = question_at(outline, unit);
      ++count;
    }
  }
  if (count == 0) return marks.assign(marks.size(), {});
  claim_bodies(outline, marks);
}

}  // namespace quizlint
