#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "formats/outline.h"

namespace quizlint {

/// What a unit is to a bank.
enum class Role : std::uint8_t {
  none,         ///< no part that the layout knows
  section,      ///< a title that groups questions; ends the question before it
  furniture,    ///< at home, but no part of a question: contents, badges, rules between questions
  question,     ///< begins a question
  stem,         ///< goes on with the stem
  topic,        ///< a line that names the matter between question and answer: neither of the two
  answer,       ///< part of the answer; its label alone opens an answer slot
  explanation,  ///< part of the explanation
  choice,       ///< part of a choice
  key,          ///< names the right choices; its label alone opens an answer slot
};

/// The role of one unit in one layout's reading.
struct Mark {
  Role role = Role::none;
  Span chars;             ///< of the block's text, without label and number
  Span answer;            ///< with a question: its answer, where it stands in the same line; else empty
  std::uint32_t of = 0;   ///< with an answer or explanation that stands elsewhere: the unit of its question, plus 1
  std::string number;     ///< "17a", with a question; "A", with a choice
  bool labelled = false;  ///< an answer's label stands here
  bool begins = false;    ///< the first unit of a choice
  bool correct = false;   ///< with `begins`: a box or a mark says that the choice is right
};

/// One reading of a file: a mark for each unit.
using Marks = std::vector<Mark>;

/// A way to mark up questions. Its reader marks the whole outline; the vote decides where it holds.
struct Layout {
  std::string_view id;
  std::string_view summary;
  double trust;  ///< from 0 to 1: how much an explained byte counts against other layouts that explain it too
  void (*read)(const Outline& outline, Marks& marks);
  double least = 0.3;  ///< how much a question counts at least that does not read like one: 1 where fronts are terms
};

/// THE list of layouts.
std::span<const Layout> layouts();
const Layout* layout_named(std::string_view id);

/// A mark that covers all of a unit.
Mark whole(const Unit& unit, Role role);
/// A question that begins at a unit: labels, numbers, marks of difficulty and links to its source are taken off.
Mark question_at(const Outline& outline, const Unit& unit);
/// Gives what stands behind a bold question, or behind an answer's label, in the question's own line to its answer.
void split_answer(const Outline& outline, const Unit& unit, Mark& mark);
/// Marks that every layout shares, set before it reads: front matter, titles, tables of contents, back links, badges.
Marks furniture_of(const Outline& outline);
/// Gives the units between a question and what ends it (a question, a section) to the question: as its answer, or to
/// the part that a label announces.
void claim_bodies(const Outline& outline, Marks& marks);

}  // namespace quizlint
