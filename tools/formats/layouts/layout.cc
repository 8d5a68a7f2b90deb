#include "formats/layouts/layout.h"

#include "formats/wording.h"

namespace quizlint {

Mark whole(const Unit& unit, Role role) {
  Mark mark;
  mark.role = role;
  mark.chars = unit.chars;
  return mark;
}

Mark question_at(const Outline& outline, const Unit& unit) {
  Mark mark = whole(unit, Role::question);
  const Lead lead = lead_of(outline.chars(unit));
  const bool labelled = lead.kind == LabelKind::question || (lead.kind == LabelKind::none && !lead.number.empty());
  if (labelled && !lead.alone) mark.chars.begin += lead.size;
  mark.number = lead.number;
  const Marker marker = outline.marker(unit);
  if (mark.number.empty() && marker.kind == Marker::Kind::ordered) mark.number = std::to_string(marker.number);
  return mark;
}

namespace {

/// The part that a label at the start of a unit announces, or none.
Role announced(const Outline& outline, const Unit& unit, Lead& lead) {
  const std::string_view chars = outline.chars(unit);
  if (unit.kind == UnitKind::summary && (announces_answer(chars) || question_likeness(chars) < 0.5)) {
    lead.size = unit.chars.size();
    return Role::answer;
  }
  if (unit.kind != UnitKind::line && unit.kind != UnitKind::heading) return Role::none;
  lead = lead_of(chars);
  if (lead.kind == LabelKind::answer) return Role::answer;
  if (lead.kind == LabelKind::explanation) return Role::explanation;
  return Role::none;
}

}  // namespace

void claim_bodies(const Outline& outline, Marks& marks) {
  Role part = Role::none;
  for (std::size_t i = 0; i < marks.size(); ++i) {
    Mark& mark = marks[i];
    if (mark.role == Role::question) part = Role::answer;
    if (mark.role == Role::section) part = Role::none;
    if (mark.role != Role::none || part == Role::none) continue;
    const Unit& unit = outline.units[i];
    Lead lead;
    const Role said = announced(outline, unit, lead);
    if (said != Role::none) part = said;
    mark = whole(unit, unit.kind == UnitKind::rule || unit.kind == UnitKind::markup ? Role::furniture : part);
    if (said == Role::none) continue;
    mark.labelled = true;
    mark.chars.begin += lead.size;
  }
}

}  // namespace quizlint
