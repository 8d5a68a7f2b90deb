#include "formats/bare_leads.h"
#include "formats/layouts/readings.h"
#include "formats/wording.h"

namespace quizlint {
namespace {

/// Least share of bare lines that must ask: below it the file is prose that asks now and then.
constexpr double kLeastShare = 0.2;
constexpr std::size_t kLongestQuestion = 400;
constexpr std::size_t kLongestRest = 80;  ///< behind the first question mark, before it is a text and no question
constexpr std::size_t kWrappedLine = 60;  ///< from what length on a line without an end was wrapped

bool is_bare(const Outline& outline, const Unit& unit) {
  const Block& block = outline.block(unit);
  return unit.kind == UnitKind::line && !unit.strong && !begins_bold_question(outline, unit) && block.list_depth == 0 &&
         block.quote_depth == 0 && block.details_depth == 0;
}

/// Whether the line goes on with a sentence that was wrapped in the line before, or says much behind its question mark:
/// a paragraph that asks on its way.
bool is_wrapped(const Outline& outline, std::size_t i) {
  const Unit& unit = outline.units[i];
  const std::string_view chars = outline.chars(unit);
  const std::size_t mark = chars.find('?');
  if (mark != std::string_view::npos && chars.size() - mark > kLongestRest) return true;
  if (i == 0 || unit.first || outline.units[i - 1].block != unit.block) return false;
  const std::string_view before = outline.chars(outline.units[i - 1]);
  return before.size() >= kWrappedLine && std::string_view(".?!:;)\"'").find(before.back()) == std::string_view::npos;
}

bool asks(const Outline& outline, std::size_t i, double least) {
  const Unit& unit = outline.units[i];
  const std::string_view chars = outline.chars(unit);
  if (chars.size() > kLongestQuestion || chars.size() < 6 || unit.lead.kind != LabelKind::none) return false;
  return unit.likeness >= least && !is_wrapped(outline, i);
}

/// How much a line must read like a question: less where nearly all lines do, for those are a mere list.
double least_likeness(const Outline& outline, const Marks& marks) {
  std::size_t asking = 0;
  std::size_t bare = 0;
  for (std::size_t i = 0; i < marks.size(); ++i) {
    if (marks[i].role != Role::none || !is_bare(outline, outline.units[i])) continue;
    ++bare;
    asking += asks(outline, i, 0.8);
  }
  return asking >= 5 && asking * 4 >= bare * 3 ? 0.5 : 0.8;
}

}  // namespace

void read_bare_lines(const Outline& outline, Marks& marks) {
  const double least = least_likeness(outline, marks);
  std::size_t asking = 0;
  std::size_t bare = 0;
  for (std::size_t i = 0; i < marks.size(); ++i) {
    const Unit& unit = outline.units[i];
    if (marks[i].role != Role::none) continue;
    if (!is_bare(outline, unit)) {
      if (unit.kind == UnitKind::heading) marks[i] = whole(unit, Role::section);
      continue;
    }
    ++bare;
    if (!asks(outline, i, least)) continue;
    ++asking;
    marks[i] = question_at(outline, unit);
  }
  if (asking < 2 || static_cast<double>(asking) < kLeastShare * static_cast<double>(bare))
    return marks.assign(marks.size(), {});
  claim_bodies(outline, marks);
}

}  // namespace quizlint
