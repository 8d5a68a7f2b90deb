#pragma once

#include <vector>

#include "formats/choices/run.h"

namespace quizlint {

/// A unit that holds the key and what it names.
struct KeyPlace {
  std::size_t unit = 0;
  Offset text = 0;  ///< bytes of the unit's text before the key
  bool named = false;
};

struct Candidate {
  std::size_t question = 0;
  Body body;
  Run run;
  std::vector<KeyPlace> keys;
  bool labelled = false;  ///< an answer's label stands before the choices
  bool accepted = false;
  bool ordering = false;  ///< the choices stand in the order that is asked for
};

bool is_boxes(const Run& run);
bool is_named(const std::vector<KeyPlace>& keys);
bool is_readable(const Unit& unit);
bool has_label(const Run& run, std::string_view label);
/// The text of a choice in its first unit.
std::string_view first_line_of(const Outline& outline, const RunOption& option);
/// How many choices a mark or a box says to be right.
std::size_t ticked(const Run& run);

/// What may be the choices of each question, in the order of the file; those with none have an empty run.
std::vector<Candidate> candidates_of(const Outline& outline, const Marks& marks);

}  // namespace quizlint
