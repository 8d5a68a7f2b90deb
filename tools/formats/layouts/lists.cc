#include <map>

#include "formats/layouts/readings.h"
#include "formats/wording.h"
#include "text/utf8.h"

namespace quizlint {
namespace {

/// Items marked up alike: nesting, whether numbered, whether bold.
struct Style {
  int depth;
  bool ordered;
  bool strong;
  auto operator<=>(const Style&) const = default;
};

struct Group {
  std::size_t count = 0;
  std::size_t asking = 0;
  std::size_t plain = 0;   ///< with a question mark
  std::size_t design = 0;  ///< "Design a lock": one alone may be a title ("Design Patterns")
  std::size_t silent = 0;  ///< those of them that do not ask by themselves
  std::size_t terms = 0;   ///< asking or not, too short to be statements
};

using Groups = std::map<Style, Group>;

/// A line below an item's question that only names the matter: the numbered-topic layout knows it better.
bool has_topic(const Outline& outline, std::size_t i) {
  if (i + 1 >= outline.units.size() || outline.units[i + 1].block != outline.units[i].block) return false;
  const std::string_view next = outline.chars(outline.units[i + 1]);
  return next.ends_with(':') && next.size() < 120 && i + 2 < outline.units.size() &&
         outline.units[i + 2].block == outline.units[i].block;
}

bool begins_item(const Outline& outline, const Unit& unit) {
  return unit.kind == UnitKind::line && outline.marker(unit).kind != Marker::Kind::none;
}

/// Whether the first letters of the unit are strong: `1. **Question?** and more`.
bool begins_strong(const Outline& outline, const Unit& unit) {
  for (const Inline& run : outline.block(unit).inlines)
    if (run.kind == InlineKind::strong && run.chars.begin <= unit.chars.begin + 2 && run.chars.size() > 5) return true;
  return unit.strong;
}

Style style_of(const Outline& outline, const Unit& unit) {
  return {outline.block(unit).list_depth, outline.marker(unit).kind == Marker::Kind::ordered,
          begins_strong(outline, unit)};
}

double likeness_of(const Unit& unit) {
  return unit.lead.kind == LabelKind::none ? unit.likeness : 0;  // the labels layout knows those better
}

bool asks(const Outline& outline, std::size_t i) {
  return likeness_of(outline.units[i]) >= 0.8 && !has_topic(outline, i);
}

/// Whether links are most of what the item says.
bool is_link_item(const Outline& outline, const Unit& unit) {
  Offset linked = 0;
  for (const Inline& run : outline.block(unit).inlines)
    if (run.kind == InlineKind::link && unit.chars.covers(run.chars)) linked += run.chars.size();
  return linked * 2 > unit.chars.size();
}

/// "Salt: what keeps the road free": a term with what it means.
bool defines(std::string_view chars) {
  const std::size_t colon = chars.find(": ");
  return colon != std::string_view::npos && chars.find('?') == std::string_view::npos;
}

Groups groups_of(const Outline& outline, const Marks& marks, std::size_t begin, std::size_t end) {
  Groups groups;
  for (std::size_t i = begin; i < end; ++i) {
    if (marks[i].role != Role::none || !begins_item(outline, outline.units[i])) continue;
    Group& group = groups[style_of(outline, outline.units[i])];
    ++group.count;
    group.asking += asks(outline, i);
    const bool design = ascii_lower(outline.text(outline.units[i]).substr(0, 7)) == "design ";
    group.design += design;
    group.silent += design && !asks(outline, i);
    group.plain += likeness_of(outline.units[i]) >= 1;
    group.terms += outline.units[i].likeness >= 0.3 && !defines(outline.chars(outline.units[i]));
  }
  constexpr std::size_t kSeveral = 3;
  for (auto& [style, group] : groups)
    if (group.design >= kSeveral && group.design * 2 >= group.count) group.asking += group.silent;
  return groups;
}

/// Half of a file's items, or most of a section's, must ask before the others are taken for questions too: the steps
/// of an answer are lists of tasks as well. So most must where none has a question mark.
bool asks_in_file(const Group& group) {
  return group.asking >= 2 && group.asking * (group.plain > 0 ? 6 : 4) >= group.count * 3;
}
bool asks_in_section(const Group& group) {
  return group.asking >= 2 && group.asking * 4 >= group.count * 3;
}

/// The style in which a section asks, or nothing.
const Style* asking_style(const Groups& section, const Groups& file) {
  const Style* best = nullptr;
  double most = 0;
  for (const auto& [style, group] : section) {
    if (!asks_in_section(group) && !asks_in_file(file.at(style))) continue;
    // A section none of whose items asks holds questions only where nearly all others of the file do.
    const Group& all = file.at(style);
    if (group.asking == 0 && (group.terms * 2 < group.count || all.asking * 4 < all.count * 3)) continue;
    const double score =
        static_cast<double>(group.count) * (style.ordered ? 1.2 : 1.0) * (style.strong ? 1.3 : 1.0) / style.depth;
    if (score > most) {
      most = score;
      best = &style;
    }
  }
  return best;
}

/// A bold line right above an item that goes on with the questions groups them: "**2. Protocols**".
bool is_bold_title(const Outline& outline, std::size_t i) {
  const Unit& unit = outline.units[i];
  if (unit.kind != UnitKind::line || !unit.strong || !unit.first || unit.likeness >= 0.5) return false;
  if (unit.lead.kind != LabelKind::none || outline.block(unit).list_depth > 0 || unit.chars.size() > 80) return false;
  if (i + 1 >= outline.units.size()) return false;
  const Unit& next = outline.units[i + 1];
  const bool item = next.block != unit.block && begins_item(outline, next) && outline.block(next).list_depth == 1;
  return item && asks(outline, i + 1);
}

/// "🟢 Terraform" right above an item numbered 1 groups what follows, though the item above goes on with it for
/// Markdown.
bool is_symbol_title(const Outline& outline, std::size_t i) {
  const Unit& unit = outline.units[i];
  const std::string_view chars = outline.chars(unit);
  if (unit.kind != UnitKind::line || chars.empty() || chars.size() > 80 || unit.likeness >= 0.5) return false;
  if (outline.marker(unit).kind != Marker::Kind::none || i + 1 >= outline.units.size()) return false;
  const Marker next = outline.marker(outline.units[i + 1]);
  return is_symbol(decode(chars, 0).value) && next.kind == Marker::Kind::ordered && next.number == 1 &&
         asks(outline, i + 1);
}

bool is_arrow(std::string_view chars) {
  return chars.starts_with("->") || chars.starts_with("=>") || chars.starts_with("→");
}

/// Whether a line of the item's paragraph behind its first asks.
bool asks_below(const Outline& outline, std::size_t i) {
  for (std::size_t j = i + 1; j < outline.units.size() && outline.units[j].block == outline.units[i].block; ++j)
    if (outline.chars(outline.units[j]).ends_with('?')) return true;
  return false;
}

/// Whether a line ends the task that the item sets, and the line below begins to answer it: "Explain tides." above
/// "The moon …".
bool ends_task(const Outline& outline, std::size_t i, bool first) {
  constexpr std::size_t kWrapped = 70;  // bytes, from which on a line may go on below
  const std::string_view chars = outline.chars(outline.units[i]);
  if (chars.ends_with('.')) return true;
  if (!first || i + 1 >= outline.units.size() || chars.ends_with(',') || chars.ends_with(':')) return false;
  const std::string_view next = outline.chars(outline.units[i + 1]);
  return chars.size() < kWrapped && !next.empty() && next.front() >= 'A' && next.front() <= 'Z';
}

/// The stem goes on over the lines of the item's first paragraph until one asks or ends the task; what follows a bold
/// or asking first line is the answer.
void claim_stem(const Outline& outline, Marks& marks, std::size_t i) {
  const Unit& first = outline.units[i];
  if (first.strong || begins_strong(outline, first)) return;
  if (likeness_of(first) >= 1) {  // "What is a lock?" above "Who needs one?"
    for (std::size_t j = i + 1; j < marks.size() && outline.units[j].block == first.block; ++j) {
      if (marks[j].role != Role::none || !outline.chars(outline.units[j]).ends_with('?')) return;
      marks[j] = whole(outline.units[j], Role::stem);
    }
    return;
  }
  const bool task = likeness_of(first) >= 0.8 && !asks_below(outline, i);
  if (task && ends_task(outline, i, true)) return;
  for (std::size_t j = i + 1; j < marks.size() && outline.units[j].block == first.block; ++j) {
    const std::string_view chars = outline.chars(outline.units[j]);
    if (marks[j].role != Role::none || outline.units[j].lead.kind != LabelKind::none || is_arrow(chars)) return;
    marks[j] = whole(outline.units[j], Role::stem);
    if (chars.ends_with('?') || (task && ends_task(outline, j, false))) return;
  }
}

void read_section(const Outline& outline, Marks& marks, std::size_t begin, std::size_t end, const Groups& file) {
  const Groups section = groups_of(outline, marks, begin, end);
  const Style* style = asking_style(section, file);
  if (style == nullptr) return;
  for (std::size_t i = begin; i < end; ++i) {
    const Unit& unit = outline.units[i];
    if (marks[i].role != Role::none || !begins_item(outline, unit)) continue;
    const Style here = style_of(outline, unit);
    const bool alike =
        here == *style || (here.depth == style->depth && here.ordered == style->ordered && asks(outline, i));
    if (!alike) continue;
    if (is_link_item(outline, unit) && !asks(outline, i)) {  // "Contributors", "Resources" between lists of questions
      marks[i] = whole(unit, Role::furniture);
      continue;
    }
    marks[i] = question_at(outline, unit);
    split_answer(outline, unit, marks[i]);
    claim_stem(outline, marks, i);
  }
}

}  // namespace

void read_lists(const Outline& outline, Marks& marks) {
  const Groups file = groups_of(outline, marks, 0, marks.size());
  std::size_t begin = 0;
  for (std::size_t i = 0; i <= marks.size(); ++i) {
    const bool heading = i < marks.size() && (outline.units[i].kind == UnitKind::heading || is_bold_title(outline, i) ||
                                              is_symbol_title(outline, i));
    if (i < marks.size() && !heading) continue;
    read_section(outline, marks, begin, i, file);
    if (heading && marks[i].role == Role::none) marks[i] = whole(outline.units[i], Role::section);
    begin = i;
  }
  claim_bodies(outline, marks);
}

}  // namespace quizlint
