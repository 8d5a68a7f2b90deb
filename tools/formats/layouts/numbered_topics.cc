#include "formats/layouts/readings.h"
#include "formats/wording.h"

namespace quizlint {
namespace {

constexpr Offset kLongestTopic = 120;

bool is_topic(const Outline& outline, const Unit& unit) {
  const std::string_view chars = outline.chars(unit);
  return unit.kind == UnitKind::line && !unit.first && chars.ends_with(':') && chars.size() <= kLongestTopic &&
         unit.lead.kind == LabelKind::none;
}

bool is_numbered(const Outline& outline, const Unit& unit) {
  return unit.kind == UnitKind::line && outline.marker(unit).kind == Marker::Kind::ordered;
}

}  // namespace

void read_numbered_topics(const Outline& outline, Marks& marks) {
  std::size_t topics = 0;
  std::size_t items = 0;
  for (std::size_t i = 0; i < marks.size(); ++i) {
    const Unit& unit = outline.units[i];
    if (unit.kind == UnitKind::heading && marks[i].role == Role::none) marks[i] = whole(unit, Role::section);
    if (!is_numbered(outline, unit) || marks[i].role != Role::none) continue;
    ++items;
    marks[i] = question_at(outline, unit);
    if (i + 1 >= marks.size() || !is_topic(outline, outline.units[i + 1])) continue;
    ++topics;
    marks[i + 1] = whole(outline.units[i + 1], Role::topic);
  }
  if (topics < 2 || topics * 2 < items) return marks.assign(marks.size(), {});
  claim_bodies(outline, marks);
}

}  // namespace quizlint
