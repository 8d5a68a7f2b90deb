#pragma once

#include <string>
#include <string_view>

#include "text/span.h"

namespace quizlint {

/// How much a line reads like a question, from 0 to 1: by its question mark, its first words, its length. From 0.8 on
/// it asks wherever it stands; from 0.5 on it asks where its neighbours do.
double question_likeness(std::string_view line);

enum class LabelKind : std::uint8_t { none, question, answer, explanation, hint };

/// What stands before the text of a line: a label ("Q:", "Answer 3.", "Frage 2:"), a number ("3)", "17a."), or both.
struct Lead {
  LabelKind kind = LabelKind::none;
  std::string number;  ///< "17a"
  Offset size = 0;     ///< bytes up to the text
  bool alone = false;  ///< nothing follows
};

/// Reads labels and numbers at the start of a line. `colon` demands a colon, dot, bracket or dash behind a label that
/// text follows; a label alone on its line needs none.
Lead lead_of(std::string_view line);

/// Whether a heading or item names furniture: a table of contents, a licence, contributing, references …
bool is_boilerplate(std::string_view title);
/// Whether the line only leads back to the top or to the contents.
bool is_back_link(std::string_view line);
/// A summary or heading that says that an answer follows ("Show answer", "Solution", "Click to expand").
bool announces_answer(std::string_view title);

}  // namespace quizlint
