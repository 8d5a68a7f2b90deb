#include "formats/layouts/readings.h"
#include "formats/wording.h"
#include "text/text.h"
#include "text/utf8.h"

namespace quizlint {
namespace {

constexpr std::size_t kFewestCards = 4;
constexpr Offset kLongestBack = 300;  ///< bytes, the median back of a card

/// Sections of a README, not fronts of cards.
bool is_manual(std::string_view title) {
  const std::string lower = folded(trimmed(title));
  for (const std::string_view name :
       {"install",         "usage",   "feature", "installation", "quickstart",    "configuration", "requirement",
        "getting started", "example", "option",  "faq",          "build",         "test",          "api",
        "roadmap",         "support", "about",   "how to",       "documentation", "development",   "quick start",
        "setup",           "todo"})
    if (lower == name || (lower.starts_with(name) && lower.size() == name.size() + 1)) return true;
  return is_boilerplate(title);
}

/// What the README of a repository tells and no card asks.
bool is_about_repository(std::string_view title) {
  const std::string lower = folded(trimmed(title));
  for (const std::string_view name : {"license", "licence", "licensing", "contributing", "contributors",
                                      "acknowledgements", "acknowledgments", "code of conduct", "changelog"})
    if (lower == name) return true;
  return false;
}

/// "## 1.4.2 (2021-03-04)", "## [v2.0]", "## Version 3": what a changelog tells of.
bool is_version(std::string_view title) {
  std::string lower = folded(trimmed(title));
  if (lower.starts_with("[")) lower.erase(0, 1);
  for (const std::string_view word : {"version ", "release ", "v"})
    if (lower.starts_with(word)) lower.erase(0, word.size());
  const std::size_t end = std::min(lower.find_first_not_of("0123456789"), lower.size());
  if (lower.starts_with("unreleased")) return true;
  return end > 0 && end + 1 < lower.size() && (lower[end] == '.' || lower[end] == '-') &&
         is_ascii_digit(lower[end + 1]);
}

/// A title that teaches or tells of releases: what stands below it are steps and chapters.
bool is_manual_title(std::string_view title) {
  const std::string lower = folded(trimmed(title));
  if (lower.starts_with("how to ")) return true;
  for (const std::string_view name : {"guide", "tutorial", "manual", "handbook", "license", "licence", "changelog",
                                      "change log", "release notes", "history"})
    if (lower.find(name) != std::string::npos) return true;
  return false;
}

/// Whether the heading is written with its marks before it: underlined ones are those of manuals.
bool is_hashed(const Outline& outline, const Unit& unit) {
  return trimmed(slice(outline.source, unit.source)).starts_with('#');
}

struct Deck {
  int level = 0;  ///< of the fronts
  std::size_t fronts = 0;
  bool regular = true;  ///< one title above, no other levels
};

Deck deck_of(const Outline& outline) {
  Deck deck;
  std::size_t titles = 0;
  std::size_t manual = 0;
  for (std::size_t i = 0; i < outline.units.size(); ++i) {
    const Unit& unit = outline.units[i];
    if (unit.kind != UnitKind::heading) continue;
    const UnitKind next = i + 1 < outline.units.size() ? outline.units[i + 1].kind : UnitKind::heading;
    const bool subtitle = deck.fronts == 0 && (next == UnitKind::heading || next == UnitKind::rule);
    const int level = outline.block(unit).level;
    if (level == 1) ++titles;
    if (level == 2 && subtitle) deck.regular = false;
    if (level == 2) ++deck.fronts;
    if (is_about_repository(outline.chars(unit))) deck.regular = false;
    if (level == 2 && is_version(outline.chars(unit))) deck.regular = false;
    if (!is_hashed(outline, unit)) deck.regular = false;
    if (level == 1 && is_manual_title(outline.chars(unit))) deck.regular = false;
    if (level > 2 || titles > 1 || unit.lead.alone) deck.regular = false;
    manual += level == 2 && is_manual(outline.chars(unit));
  }
  deck.level = 2;
  deck.regular = deck.regular && manual < 4 && manual * 3 < deck.fronts && deck.fronts >= kFewestCards;
  return deck;
}

/// Whether a line is nothing but a link.
bool is_link_line(const Outline& outline, const Unit& unit) {
  for (const Inline& run : outline.block(unit).inlines)
    if (run.kind == InlineKind::link && run.chars.begin <= unit.chars.begin && run.chars.end >= unit.chars.end)
      return true;
  return false;
}

/// Whether most backs are links: "## Chapter 1" above its page is an index, not a card.
bool is_index(const Outline& outline) {
  std::size_t fronts = 0;
  std::size_t links = 0;
  for (std::size_t i = 0; i + 1 < outline.units.size(); ++i) {
    if (outline.units[i].kind != UnitKind::heading) continue;
    ++fronts;
    links += outline.units[i + 1].kind == UnitKind::line && is_link_line(outline, outline.units[i + 1]);
  }
  return links * 2 > fronts;
}

/// Whether the page holds what no deck does: boxes to tick, or items that ask.
bool is_notes(const Outline& outline) {
  std::size_t asking = 0;
  for (const Unit& unit : outline.units) {
    const Marker marker = outline.marker(unit);
    if (marker.task != Marker::Task::none) return true;
    asking += marker.kind != Marker::Kind::none && unit.likeness >= 0.9;
  }
  return asking > 1;
}

Offset median_back(const Outline& outline) {
  std::vector<Offset> backs;
  for (const Unit& unit : outline.units) {
    if (unit.kind == UnitKind::heading) {
      backs.push_back(0);
    } else if (!backs.empty()) {
      backs.back() += unit.weight;
    }
  }
  std::sort(backs.begin(), backs.end());
  return backs.empty() ? 0 : backs[backs.size() / 2];
}

}  // namespace

void read_flashcards(const Outline& outline, Marks& marks) {
  const Deck deck = deck_of(outline);
  const Offset back = median_back(outline);
  if (!deck.regular || back == 0 || back > kLongestBack || is_index(outline) || is_notes(outline))
    return marks.assign(marks.size(), {});
  for (std::size_t i = 0; i < marks.size(); ++i) {
    const Unit& unit = outline.units[i];
    if (unit.kind != UnitKind::heading) continue;
    marks[i] = outline.block(unit).level == deck.level ? question_at(outline, unit) : whole(unit, Role::section);
    // "Index" heads no list of pages here.
    const bool term = is_boilerplate(outline.chars(unit));
    for (std::size_t j = i + 1; term && j < marks.size() && outline.units[j].kind != UnitKind::heading; ++j)
      marks[j] = {};
  }
  claim_bodies(outline, marks);
}

}  // namespace quizlint
