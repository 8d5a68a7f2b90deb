#include "formats/layouts/readings.h"
#include "formats/wording.h"

namespace quizlint {
namespace {

/// The markup says much already, so the summaries need to read less like questions than headings do.
constexpr double kLeastMean = 0.35;

bool closes_details(const Outline& outline, const Unit& unit) {
  for (const Inline& run : outline.block(unit).inlines)
    if (run.kind == InlineKind::tag && run.target == "/details" && unit.source.covers(run.source)) return true;
  return false;
}

bool asks(const Outline& outline, const Unit& unit) {
  const std::string_view chars = outline.chars(unit);
  return unit.kind == UnitKind::summary && !chars.empty() && !announces_answer(chars);
}

double mean_likeness(const Outline& outline, const Marks& marks) {
  double sum = 0;
  std::size_t count = 0;
  for (std::size_t i = 0; i < marks.size(); ++i) {
    if (marks[i].role != Role::none || !asks(outline, outline.units[i])) continue;
    sum += question_likeness(outline.chars(outline.units[i]));
    ++count;
  }
  return count == 0 ? 0 : sum / static_cast<double>(count);
}

}  // namespace

void read_details(const Outline& outline, Marks& marks) {
  if (mean_likeness(outline, marks) < kLeastMean) return marks.assign(marks.size(), {});
  bool open = false;
  for (std::size_t i = 0; i < marks.size(); ++i) {
    const Unit& unit = outline.units[i];
    if (marks[i].role == Role::none && asks(outline, unit)) {
      marks[i] = question_at(outline, unit);
      open = true;
    } else if (unit.kind == UnitKind::heading && marks[i].role == Role::none && !open) {
      marks[i] = whole(unit, Role::section);
    } else if (!open && marks[i].role == Role::none && unit.kind != UnitKind::heading) {
      // Between two <details>: neither question nor answer. The vote decides whether another layout knows it.
      marks[i].role = Role::none;
    }
    if (open && marks[i].role == Role::none) {
      marks[i] = whole(unit, unit.kind == UnitKind::rule ? Role::furniture : Role::answer);
    }
    if (closes_details(outline, unit)) open = false;
  }
}

}  // namespace quizlint
