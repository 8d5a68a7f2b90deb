#include "formats/layouts/layout.h"
#include "formats/wording.h"

namespace quizlint {
namespace {

bool is_anchor(std::string_view target) {
  return target.starts_with('#');
}

/// Whether the unit is nothing but a link into the page.
bool is_contents_entry(const Outline& outline, const Unit& unit) {
  for (const Inline& run : outline.block(unit).inlines) {
    if (run.kind != InlineKind::link || !is_anchor(run.target) || !unit.chars.covers(run.chars)) continue;
    if (run.chars.size() + 8 >= unit.chars.size()) return true;
  }
  return false;
}

/// Badges and other lines of images and links without a word of their own.
bool is_image_line(const Outline& outline, const Unit& unit) {
  if (!outline.chars(unit).empty()) return false;
  for (const Inline& run : outline.block(unit).inlines)
    if (run.kind == InlineKind::image) return true;
  return false;
}

bool is_comment(const Outline& outline, const Unit& unit) {
  return unit.kind == UnitKind::line && outline.chars(unit).empty();
}

/// A table that holds links into the page is a table of contents as a whole.
bool is_contents_table(const Outline& outline, const Unit& unit) {
  std::size_t links = 0;
  for (const Inline& run : outline.block(unit).inlines) links += run.kind == InlineKind::link && is_anchor(run.target);
  return unit.kind == UnitKind::cell && links >= 3;
}

Role shared_role(const Outline& outline, const Unit& unit) {
  if (unit.kind == UnitKind::front_matter || unit.kind == UnitKind::markup) return Role::furniture;
  if (unit.kind == UnitKind::code || unit.kind == UnitKind::rule) return Role::none;
  if (is_contents_table(outline, unit) || is_contents_entry(outline, unit)) return Role::furniture;
  if (is_back_link(outline.chars(unit))) return Role::furniture;
  if (is_image_line(outline, unit) || is_comment(outline, unit)) return Role::none;
  return Role::none;
}

/// Boilerplate headings own what stands below them up to the next heading of their level.
void mark_boilerplate(const Outline& outline, Marks& marks) {
  int level = 0;
  for (std::size_t i = 0; i < marks.size(); ++i) {
    const Unit& unit = outline.units[i];
    if (unit.kind == UnitKind::heading) {
      const int here = outline.block(unit).level;
      if (level == 0 || here <= level) level = is_boilerplate(outline.chars(unit)) ? here : 0;
      if (level == here) {
        marks[i] = whole(unit, Role::section);
        continue;
      }
      if (level > 0 && question_likeness(outline.chars(unit)) >= 0.8) level = 0;
    }
    if (level > 0 && unit.kind != UnitKind::summary) marks[i] = whole(unit, Role::furniture);
    if (unit.kind == UnitKind::summary && !announces_answer(outline.chars(unit)) &&
        question_likeness(outline.chars(unit)) >= 0.8)
      level = 0;
  }
}

}  // namespace

Marks furniture_of(const Outline& outline) {
  Marks marks(outline.units.size());
  for (std::size_t i = 0; i < marks.size(); ++i) {
    const Role role = shared_role(outline, outline.units[i]);
    if (role != Role::none) marks[i] = whole(outline.units[i], role);
  }
  mark_boilerplate(outline, marks);
  return marks;
}

}  // namespace quizlint
