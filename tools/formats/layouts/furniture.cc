#include <algorithm>

#include "formats/layouts/index.h"
#include "formats/layouts/layout.h"
#include "formats/wording.h"

namespace quizlint {
namespace {

bool is_anchor(std::string_view target) {
  return target.starts_with('#');
}

/// Whether the unit is nothing but a link into the page.
bool is_contents_entry(const Outline& outline, const Unit& unit) {
  for (const Inline& run : runs_from(outline.block(unit), unit.chars.begin, unit.chars.end)) {
    if (run.kind != InlineKind::link || !is_anchor(run.target) || !unit.chars.covers(run.chars)) continue;
    if (run.chars.size() + 8 >= unit.chars.size() && run.chars.size() * 2 >= unit.chars.size()) return true;
  }
  return false;
}

/// A table that holds links into the page is a table of contents as a whole. Each table is looked through once.
class ContentsTables {
 public:
  bool hold(const Outline& outline, const Unit& unit) {
    if (unit.kind != UnitKind::cell) return false;
    if (unit.block != block_) {
      block_ = unit.block;
      const auto leads_into_page = [](const Inline& run) {
        return run.kind == InlineKind::link && is_anchor(run.target);
      };
      is_contents_ = std::ranges::count_if(outline.block(unit).inlines, leads_into_page) >= 3;
    }
    return is_contents_;
  }

 private:
  std::uint32_t block_ = UINT32_MAX;
  bool is_contents_ = false;
};

/// A title may begin with a link to the top; only a line that is nothing else is furniture.
bool leads_back(const Outline& outline, const Unit& unit) {
  if (!is_back_link(outline.chars(unit))) return false;
  if (unit.kind != UnitKind::heading) return true;
  const std::vector<Inline>& runs = outline.block(unit).inlines;
  return std::none_of(runs.begin(), runs.end(), [&](const Inline& run) {
    return run.kind == InlineKind::link && is_anchor(run.target) && run.chars.size() * 2 < unit.chars.size();
  });
}

Role shared_role(const Outline& outline, const Unit& unit, ContentsTables& tables) {
  if (unit.kind == UnitKind::front_matter || unit.kind == UnitKind::markup) return Role::furniture;
  if (unit.kind == UnitKind::code || unit.kind == UnitKind::rule) return Role::none;
  if (tables.hold(outline, unit) || is_contents_entry(outline, unit)) return Role::furniture;
  return leads_back(outline, unit) ? Role::furniture : Role::none;
}

/// The units that a heading at `at` owns: up to the next heading as shallow as it; a table of contents has no
/// headings of its own.
std::size_t region_end(const Outline& outline, std::size_t at) {
  const Unit& title = outline.units[at];
  const bool contents = is_contents_title(outline.chars(title));
  std::size_t end = at + 1;
  for (; end < outline.units.size(); ++end) {
    const Unit& unit = outline.units[end];
    if (unit.kind != UnitKind::heading) continue;
    if (contents || outline.block(unit).level <= outline.block(title).level) break;
  }
  return end;
}

/// Whether questions are asked in the units, whatever the title above them says.
bool holds_questions(const Outline& outline, std::size_t begin, std::size_t end) {
  std::size_t asking = 0;
  std::size_t shown = 0;
  ContentsTables tables;
  for (std::size_t i = begin; i < end; ++i) {
    const Unit& unit = outline.units[i];
    if (is_contents_entry(outline, unit) || tables.hold(outline, unit)) continue;
    ++shown;
    asking += unit.likeness >= 0.9 || unit.lead.kind == LabelKind::question;
  }
  return asking >= 2 && asking * 5 >= shown;
}

/// Whether the region is that of the page's title, with sections below it: "# Books" may be what the page asks about.
bool is_page(const Outline& outline, std::size_t begin, std::size_t end) {
  if (end < outline.units.size()) return false;
  const int level = outline.block(outline.units[begin]).level;
  return std::any_of(
             outline.units.begin() + static_cast<std::ptrdiff_t>(begin) + 1, outline.units.end(),
             [&](const Unit& unit) { return unit.kind == UnitKind::heading && outline.block(unit).level > level; }) &&
         std::none_of(outline.units.begin(), outline.units.begin() + static_cast<std::ptrdiff_t>(begin),
                      [](const Unit& unit) { return unit.kind == UnitKind::heading; });
}

/// Boilerplate headings own what stands below them, unless it asks.
void mark_boilerplate(const Outline& outline, Marks& marks) {
  for (std::size_t i = 0; i < marks.size(); ++i) {
    const Unit& unit = outline.units[i];
    if (unit.kind != UnitKind::heading || !is_boilerplate(outline.chars(unit))) continue;
    const std::size_t end = region_end(outline, i);
    if (is_page(outline, i, end) || holds_questions(outline, i + 1, end)) continue;
    marks[i] = whole(unit, Role::section);
    for (std::size_t j = i + 1; j < end; ++j) marks[j] = whole(outline.units[j], Role::furniture);
    i = end - 1;
  }
}

}  // namespace

Marks furniture_of(const Outline& outline) {
  Marks marks(outline.units.size());
  ContentsTables tables;
  for (std::size_t i = 0; i < marks.size(); ++i) {
    const Role role = shared_role(outline, outline.units[i], tables);
    if (role != Role::none) marks[i] = whole(outline.units[i], role);
  }
  mark_boilerplate(outline, marks);
  mark_indexes(outline, marks);
  return marks;
}

}  // namespace quizlint
