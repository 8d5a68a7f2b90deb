#pragma once

#include <optional>
#include <string>

#include "formats/outline.h"

namespace quizlint {

/// How choices are marked up.
enum class ChoiceForm : std::uint8_t {
  box,     ///< `- [x]`, `1. [ ]`, `☑`: any number of them may be ticked
  radio,   ///< `(x)`, `( )`: one of them may be
  upper,   ///< `A.`, `- B)`, `**C**`
  lower,   ///< `a)`
  number,  ///< `1.`, `2)`
  bullet,  ///< an item without any label
};

/// What makes a unit begin a choice, as far as the unit itself shows.
struct Option {
  ChoiceForm form = ChoiceForm::box;
  std::uint8_t depth = 0;  ///< how many list items hold it
  std::uint32_t rank = 0;  ///< of a letter or number: 1 for A; 0 without label
  std::string label;       ///< "A", "1", "" for a box
  bool correct = false;    ///< a mark in the text or box says so
  Span chars;              ///< of the block's text, without box, label and marks
};

/// Reads a unit as a choice that boxes or letters mark; what numbers and bullets mean shows elsewhere.
std::optional<Option> option_at(const Outline& outline, const Unit& unit);
/// Reads a list item or a line with a number before it as a choice.
std::optional<Option> plain_option_at(const Outline& outline, const Unit& unit);

/// The rank of a letter that labels choices, Latin or Cyrillic, 1 for the first; 0 for another character.
std::uint32_t letter_rank(char32_t letter);

}  // namespace quizlint
