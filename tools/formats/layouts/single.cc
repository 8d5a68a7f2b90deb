#include "formats/layouts/readings.h"
#include "formats/wording.h"
#include "text/utf8.h"

namespace quizlint {
namespace {

/// "How to change a tyre" heads a manual where nothing says that it asks.
bool is_manual(std::string_view title) {
  return ascii_lower(title.substr(0, 7)) == "how to " && !title.ends_with('?');
}

/// Whether the next heading below it announces the answer.
bool has_answer_heading(const Outline& outline, std::size_t at) {
  for (std::size_t i = at + 1; i < outline.units.size(); ++i) {
    const Unit& unit = outline.units[i];
    if (unit.kind != UnitKind::heading) continue;
    const Lead& lead = unit.lead;
    return lead.kind == LabelKind::answer && lead.alone &&
           outline.block(unit).level > outline.block(outline.units[at]).level;
  }
  return false;
}

/// The first heading, or the first below a title that only counts or names the matter ("# Question 14 - Arrays").
std::size_t first_question(const Outline& outline) {
  for (std::size_t i = 0; i < outline.units.size(); ++i) {
    const Unit& unit = outline.units[i];
    if (unit.kind == UnitKind::front_matter || unit.kind == UnitKind::markup) continue;
    if (unit.kind != UnitKind::heading) break;
    if (has_answer_heading(outline, i) || (unit.likeness >= 0.8 && !is_manual(outline.text(unit)))) return i;
  }
  return outline.units.size();
}

bool asks(const Unit& unit) {
  return unit.likeness >= 0.9 || unit.lead.kind == LabelKind::question;
}

/// Whether headings follow that are no part of its answer: as shallow as the question, any where it is not plainly one,
/// those that ask too in any case; and below what is not plainly one ("# List the hard questions"), several that ask.
bool has_siblings(const Outline& outline, std::size_t at) {
  constexpr std::size_t kSeveral = 3;
  const bool plain = outline.chars(outline.units[at]).ends_with('?');
  const bool counted = counts_among_files(outline.chars(outline.units[at]));
  std::size_t asked = 0;
  for (std::size_t i = at + 1; i < outline.units.size(); ++i) {
    const Unit& unit = outline.units[i];
    if (unit.kind != UnitKind::heading) continue;
    if (counted && unit.lead.kind != LabelKind::question && !counts_among_files(outline.chars(unit))) continue;
    const bool shallow = outline.block(unit).level <= outline.block(outline.units[at]).level;
    if (shallow && (!plain || asks(unit))) return true;
    asked += asks(unit);
  }
  return !plain && asked >= kSeveral;
}

}  // namespace

bool counts_among_files(std::string_view title) {
  const std::string lower = ascii_lower(title.substr(0, 40));
  const std::size_t word = lower.find("question");
  if (word == std::string::npos) return false;
  const std::size_t digits = lower.find_first_not_of(" -_#", word + 8);
  return digits != std::string::npos && is_ascii_digit(lower[digits]);
}

void read_single(const Outline& outline, Marks& marks) {
  const std::size_t at = first_question(outline);
  marks.assign(marks.size(), {});
  if (at == marks.size()) return;
  if (has_siblings(outline, at)) return;
  for (std::size_t i = 0; i < at; ++i) {
    const bool title = outline.units[i].kind == UnitKind::heading;
    marks[i] = whole(outline.units[i], title ? Role::section : Role::furniture);
  }
  marks[at] = question_at(outline, outline.units[at]);
  if (has_answer_heading(outline, at)) claim_stems(outline, marks);
  claim_bodies(outline, marks);
}

}  // namespace quizlint
