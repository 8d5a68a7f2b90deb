#include <algorithm>

#include "formats/layouts/readings.h"
#include "text/utf8.h"

namespace quizlint {
namespace {

/// "Area:: [[Operating systems]]": a field of the note, whose value leads to other notes, and no card.
bool is_field(std::string_view front, std::string_view back) {
  return !front.ends_with('?') && back.starts_with("[[");
}

/// The colons between front and back of a card on one line, empty where there are none: `front::back`, or `:::` where
/// each side asks for the other. `std::vector` is none, unless `tight` says that its like is a card here.
Span colons(const Outline& outline, const Unit& unit, bool tight) {
  if (unit.kind != UnitKind::line) return {};
  const Text& text = outline.block(unit).text;
  const std::string_view chars = outline.chars(unit);
  const std::size_t lead = std::min(chars.find_first_not_of(" \t"), chars.size());
  const std::size_t gap = tight ? chars.find("  ", lead) : 0;  // a tight card has none in its front
  std::size_t end = 0;
  for (std::size_t at = chars.find("::"); at != std::string_view::npos; at = chars.find("::", end)) {
    end = std::min(chars.find_first_not_of(':', at), chars.size());
    const std::string_view front = trimmed(chars.substr(0, at));
    const Span span{unit.chars.begin + static_cast<Offset>(at), unit.chars.begin + static_cast<Offset>(end)};
    if (front.empty() || end == chars.size() || end - at > 3 || text.has_opaque(span)) continue;
    if (is_field(front, trimmed(chars.substr(end)))) return {};
    const bool spaced = (chars[at - 1] == ' ' && chars[end] == ' ') || front.ends_with('?');
    if (spaced || (tight && gap >= lead + front.size())) return span;
  }
  return {};
}

/// Whether the line is the mark between front and back of a card on several lines.
bool is_mark(const Outline& outline, const Unit& unit) {
  const std::string_view chars = outline.chars(unit);
  return unit.kind == UnitKind::line && (chars == "?" || chars == "??") &&
         outline.marker(unit).kind == Marker::Kind::none;
}

/// "#flashcards/harbour #review": tags say which cards a page holds.
bool is_tags(std::string_view chars) {
  bool tag = false;
  for (std::size_t at = 0; at < chars.size();) {
    const std::size_t end = std::min(chars.find(' ', at), chars.size());
    if (end > at && (chars[at] != '#' || end - at < 2 || chars[at + 1] == '#')) return false;
    tag = tag || end > at;
    at = end + 1;
  }
  return tag;
}

/// What says that a page holds such cards: its tag, or the state that the plugin keeps behind a card.
bool is_tagged(const Outline& outline) {
  return outline.source.find("#flashcards") != std::string_view::npos ||
         outline.source.find("<!--SR:") != std::string_view::npos;
}

/// How many cards a page holds, and how many lines of text besides.
struct Count {
  std::size_t marks = 0;
  std::size_t colons = 0;
  std::size_t lines = 0;
};

Count count_cards(const Outline& outline, bool tight) {
  Count count;
  for (std::size_t i = 0; i < outline.units.size(); ++i) {
    const Unit& unit = outline.units[i];
    if (unit.kind != UnitKind::line || unit.chars.empty()) continue;
    count.marks += i > 0 && is_mark(outline, unit);
    count.colons += !colons(outline, unit, tight).empty();
    ++count.lines;
  }
  return count;
}

/// The first unit of the front that ends right above the mark at `mark`.
std::size_t front_of(const Outline& outline, const Marks& marks, std::size_t mark) {
  std::size_t first = mark;
  while (first > 0) {
    const Unit& above = outline.units[first - 1];
    const bool same = first == mark || above.block == outline.units[mark - 1].block;
    const bool text = above.kind == UnitKind::line || (first == mark && above.kind == UnitKind::heading);
    if (!same || !text || marks[first - 1].role != Role::none || is_tags(outline.chars(above))) break;
    --first;
  }
  return first;
}

void mark_card(const Outline& outline, Marks& marks, std::size_t mark) {
  const std::size_t first = front_of(outline, marks, mark);
  if (first == mark) return;
  marks[first] = question_at(outline, outline.units[first]);
  for (std::size_t i = first + 1; i < mark; ++i) marks[i] = whole(outline.units[i], Role::stem);
  marks[mark] = whole(outline.units[mark], Role::furniture);
}

void mark_line(const Outline& outline, Marks& marks, std::size_t i, Span colons) {
  const Unit& unit = outline.units[i];
  const std::string& text = outline.block(unit).text.chars();
  marks[i] = question_at(outline, unit);
  if (marks[i].chars.begin > colons.begin) marks[i] = whole(unit, Role::question);  // "d ::" is no item d
  marks[i].chars = trimmed(text, {marks[i].chars.begin, colons.begin});
  marks[i].answer = trimmed(text, {colons.end, unit.chars.end});
  marks[i].labelled = true;
}

/// What goes on below a card on one line, up to a blank line, goes on with its back.
void claim_lines(const Outline& outline, Marks& marks) {
  bool line = false;
  for (std::size_t i = 0; i < marks.size(); ++i) {
    if (marks[i].role == Role::question) line = !marks[i].answer.empty();
    if (!line || marks[i].role != Role::none) continue;
    line = !outline.units[i].blank_before;
    if (!line) marks[i] = whole(outline.units[i], Role::furniture);
  }
}

}  // namespace

void read_obsidian(const Outline& outline, Marks& marks) {
  const bool tagged = is_tagged(outline);
  const Count count = count_cards(outline, tagged);
  const bool lines = count.colons > 0 && (tagged || (count.colons >= 3 && count.colons * 2 >= count.lines));
  const bool blocks = count.marks > 1 || (tagged && count.marks > 0);
  if (!lines && !blocks) return marks.assign(marks.size(), {});
  for (std::size_t i = 0; i < marks.size(); ++i) {
    const Unit& unit = outline.units[i];
    if (marks[i].role != Role::none) continue;
    if (unit.kind == UnitKind::line && is_tags(outline.chars(unit))) marks[i] = whole(unit, Role::furniture);
    if (unit.kind == UnitKind::heading) marks[i] = whole(unit, Role::section);
  }
  for (std::size_t i = 0; i < marks.size(); ++i) {
    const Unit& unit = outline.units[i];
    if (blocks && is_mark(outline, unit)) {
      if (i > 0 && outline.units[i - 1].kind == UnitKind::heading) marks[i - 1] = {};
      mark_card(outline, marks, i);
    } else if (const Span span = lines ? colons(outline, unit, tagged) : Span{}; !span.empty()) {
      mark_line(outline, marks, i, span);
    }
  }
  claim_lines(outline, marks);
  claim_bodies(outline, marks);
}

}  // namespace quizlint
