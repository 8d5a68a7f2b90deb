#include <algorithm>
#include <set>

#include "formats/choices/accept.h"
#include "formats/choices/choices.h"
#include "formats/choices/key.h"
#include "formats/choices/option.h"
#include "formats/layouts/readings.h"
#include "formats/wording.h"

namespace quizlint {
namespace {

bool is_box(const Option& option) {
  return option.form == ChoiceForm::box || option.form == ChoiceForm::radio;
}

/// The choice that the units before belong to.
struct Last {
  bool any = false;
  std::uint8_t depth = 0;
  std::uint32_t block = 0;
};

/// Whether a unit may ask what the choices below answer: text outside choices and without a label of its own.
bool may_ask(const Outline& outline, const Unit& unit, const Last& last) {
  if (unit.kind == UnitKind::heading) return true;
  if (unit.kind != UnitKind::line || outline.chars(unit).size() < 3) return false;
  const Block& block = outline.block(unit);
  if (block.quote_depth > 0 || (last.any && unit.block == last.block)) return false;
  const bool item = outline.marker(unit).kind != Marker::Kind::none;
  if (last.any && (block.list_depth > last.depth || (block.list_depth == last.depth && last.depth > 0 && !item)))
    return false;
  const std::string_view chars = outline.chars(unit);
  for (const std::string_view list : {"labels/explanation", "labels/reference", "labels/options", "labels/hint"})
    if (label_end(chars, list) > 0) return false;
  return key_label(chars) == 0;
}

/// What stands above the first of some choices.
struct Above {
  static constexpr std::size_t kNone = static_cast<std::size_t>(-1);
  std::size_t heading = kNone;
  std::size_t line = kNone;  ///< the nearest paragraph, or the first below a rule
  bool ruled = false;        ///< a rule parts it from what stands above

  /// `first` is the first line of the paragraph of unit `i`.
  void see(const Outline& outline, std::size_t i, std::size_t first, const Last& last) {
    const Unit& unit = outline.units[i];
    if (unit.kind == UnitKind::rule) *this = {kNone, kNone, true};
    if (!may_ask(outline, unit, last) || titles_bold_question(outline, i)) return;
    if (unit.kind == UnitKind::heading) {
      *this = {i, kNone, false};
    } else if (line == kNone || !ruled) {
      line = first;
    }
  }
};

std::vector<Above> above_choices(const Outline& outline) {
  std::vector<Above> all;
  Above above;
  Last last;
  std::size_t first = 0;
  for (std::size_t i = 0; i < outline.units.size(); ++i) {
    if (outline.units[i].first) first = i;
    const std::optional<Option> option = option_at(outline, outline.units[i]);
    if (!option) above.see(outline, i, first, last);
    if (!option || (!is_box(*option) && option->rank != 1)) continue;
    last = {true, option->depth, outline.units[i].block};
    if (above.line != Above::kNone || above.heading != Above::kNone) all.push_back(above);
    above = {};
  }
  return all;
}

/// Whether the boxes are those of a list to work off: most of them ask themselves.
bool boxes_ask(const Outline& outline) {
  std::size_t boxes = 0;
  std::size_t asking = 0;
  for (const Unit& unit : outline.units) {
    const std::optional<Option> option = option_at(outline, unit);
    if (!option || !is_box(*option)) continue;
    ++boxes;
    asking += question_likeness(slice(outline.block(unit).text.chars(), option->chars)) >= 0.8;
  }
  return asking >= 3 && asking * 10 >= boxes * 7;
}

/// Whether the boxes are those of steps: none is ticked, and what stands above them mostly asks nothing.
bool boxes_are_steps(const Outline& outline, const std::vector<Above>& all) {
  std::size_t boxes = 0;
  for (const Unit& unit : outline.units) {
    const std::optional<Option> option = option_at(outline, unit);
    if (!option || !is_box(*option)) continue;
    if (option->correct) return false;
    ++boxes;
  }
  const auto asking = std::count_if(all.begin(), all.end(), [&](const Above& above) {
    const std::size_t at = above.line == Above::kNone ? above.heading : above.line;
    return outline.units[at].likeness >= 0.5 || outline.units[at].lead.kind == LabelKind::question;
  });
  return boxes > 0 && static_cast<std::size_t>(asking) * 2 < all.size();
}

/// Whether headings ask, and paragraphs between them and the choices go on: most choices have one of their own.
bool headings_ask(const std::vector<Above>& all) {
  const auto count =
      std::count_if(all.begin(), all.end(), [](const Above& above) { return above.heading != Above::kNone; });
  return all.size() > 1 && static_cast<std::size_t>(count) * 10 >= all.size() * 6;
}

/// Headings beside those that ask with choices, above a list to be put in order (quizdown).
void claim_orderings(const Outline& outline, Marks& marks) {
  std::set<std::uint8_t> levels;
  for (std::size_t i = 0; i < marks.size(); ++i)
    if (marks[i].role == Role::question && outline.units[i].kind == UnitKind::heading)
      levels.insert(outline.block(outline.units[i]).level);
  for (std::size_t i = 0; i < marks.size(); ++i) {
    const Unit& unit = outline.units[i];
    const bool heading = unit.kind == UnitKind::heading && levels.count(outline.block(unit).level) > 0;
    if (!heading || marks[i].role == Role::question) continue;
    std::size_t end = i + 1;
    while (end < marks.size() && outline.units[end].kind != UnitKind::heading) ++end;
    if (!ordering_of(outline, {i + 1, end}).empty()) marks[i] = question_at(outline, unit);
  }
}

}  // namespace

void read_choice_lists(const Outline& outline, Marks& marks) {
  const std::vector<Above> all = above_choices(outline);
  if (all.empty() || boxes_ask(outline) || boxes_are_steps(outline, all)) return marks.assign(marks.size(), {});
  const bool headings = headings_ask(all);
  for (const Above& above : all) {
    const bool heading = above.heading != Above::kNone && (headings || above.line == Above::kNone);
    const std::size_t at = heading ? above.heading : above.line;
    if (at != Above::kNone && marks[at].role == Role::none) marks[at] = question_at(outline, outline.units[at]);
  }
  for (std::size_t i = 0; i < marks.size(); ++i) {
    const bool title = titles_bold_question(outline, i);
    if (marks[i].role == Role::none && (title || outline.units[i].kind == UnitKind::heading))
      marks[i] = whole(outline.units[i], Role::section);
    if (title && marks[i + 1].role == Role::question) marks[i + 1].number = outline.units[i].lead.number;
  }
  claim_bodies(outline, marks);
  keep_choices(outline, marks);
  if (!headings) return;
  claim_orderings(outline, marks);
  claim_bodies(outline, marks);
}

}  // namespace quizlint
