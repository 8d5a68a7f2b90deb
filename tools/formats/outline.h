#pragma once

#include <string_view>
#include <vector>

#include "bank/block.h"
#include "formats/labels.h"

namespace quizlint {

/// The smallest thing that a layout gives a role: a line of a paragraph, a heading, a table cell, a code block.
enum class UnitKind : std::uint8_t { heading, summary, line, cell, code, rule, markup, front_matter };

struct Unit {
  UnitKind kind = UnitKind::line;
  std::uint32_t block = 0;
  Span chars;                 ///< of the block's text, trimmed
  Span source;                ///< bytes of the file
  Offset weight = 0;          ///< non-blank bytes
  bool first = true;          ///< the first line of its block
  bool blank_before = false;  ///< a blank line or the file's start stands before it
  bool strong = false;        ///< all of it is emphasised strongly
  std::uint8_t column = 0;    ///< of a cell, from 0
  Lead lead;                  ///< the label and number that begin its text
  double likeness = 0;        ///< how much the text behind the lead reads like a question
};

/// A file as layouts see it.
struct Outline {
  std::string_view source;
  std::vector<Block>* blocks = nullptr;
  std::vector<Unit> units;
  std::vector<std::size_t> answer_titles;  ///< units that head numbered answers: "Answer key", "Solutions"

  const Block& block(const Unit& unit) const { return (*blocks)[unit.block]; }
  std::string_view chars(const Unit& unit) const { return slice(block(unit).text.chars(), unit.chars); }
  /// The text behind its label and number.
  std::string_view text(const Unit& unit) const { return chars(unit).substr(unit.lead.size); }
  /// The marker of the list item that the unit begins, or one of kind none.
  Marker marker(const Unit& unit) const { return unit.first ? block(unit).marker : Marker(); }
};

Outline outline_of(std::string_view source, std::vector<Block>& blocks);

}  // namespace quizlint
