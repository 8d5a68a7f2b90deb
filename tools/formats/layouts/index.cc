#include "formats/layouts/index.h"

#include <unordered_map>

#include "text/utf8.h"

namespace quizlint {
namespace {

constexpr std::size_t kFewestEntries = 3;
constexpr std::size_t kShortest = 4;  ///< bytes of a text that can name something

/// Letters and digits alone, in small letters: the same for "**What is _X_?**" and "Q1: What is X".
std::string key_of(const Outline& outline, const Unit& unit) {
  std::string key;
  for (const char c : folded(outline.text(unit)))
    if (is_ascii_letter(c) || is_ascii_digit(c) || static_cast<unsigned char>(c) >= 0x80) key += c;
  return key;
}

bool is_item(const Outline& outline, const Unit& unit) {
  return unit.kind == UnitKind::line && outline.marker(unit).kind != Marker::Kind::none;
}

/// Whether the unit may be what an entry leads to.
bool is_named(const Outline& outline, const Unit& unit) {
  if (unit.kind == UnitKind::heading || unit.kind == UnitKind::summary) return true;
  return unit.kind == UnitKind::line && unit.first &&
         (unit.strong || (unit.lead.kind == LabelKind::question && !is_item(outline, unit)));
}

/// Where a text stands last as something that an entry may lead to.
std::unordered_map<std::string, std::size_t> places_of(const Outline& outline) {
  std::unordered_map<std::string, std::size_t> places;
  for (std::size_t i = 0; i < outline.units.size(); ++i) {
    if (!is_named(outline, outline.units[i])) continue;
    std::string key = key_of(outline, outline.units[i]);
    if (key.size() >= kShortest) places[std::move(key)] = i;
  }
  return places;
}

/// The end of the units from `begin` on that stand in lists.
std::size_t list_end(const Outline& outline, std::size_t begin) {
  std::size_t end = begin;
  while (end < outline.units.size() && outline.units[end].kind == UnitKind::line &&
         outline.block(outline.units[end]).list_depth > 0)
    ++end;
  return end;
}

}  // namespace

void mark_indexes(const Outline& outline, Marks& marks) {
  const std::unordered_map<std::string, std::size_t> places = places_of(outline);
  if (places.size() < kFewestEntries) return;
  for (std::size_t begin = 0; begin < marks.size();) {
    const std::size_t end = list_end(outline, begin);
    std::size_t items = 0;
    std::size_t named = 0;
    for (std::size_t i = begin; i < end; ++i) {
      if (!is_item(outline, outline.units[i])) continue;
      ++items;
      const auto place = places.find(key_of(outline, outline.units[i]));
      named += place != places.end() && place->second >= end;
    }
    if (named >= kFewestEntries && named * 5 >= items * 3)
      for (std::size_t i = begin; i < end; ++i) marks[i] = whole(outline.units[i], Role::furniture);
    begin = std::max(end, begin + 1);
  }
}

}  // namespace quizlint
