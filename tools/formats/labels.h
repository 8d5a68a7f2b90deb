#pragma once

#include <string>
#include <string_view>

#include "text/span.h"

namespace quizlint {

enum class LabelKind : std::uint8_t { none, question, answer, explanation, hint };

/// What stands before the text of a line: a label ("Q:", "Answer 3.", "Frage 2:"), a number ("3)", "17a."), or both.
struct Lead {
  LabelKind kind = LabelKind::none;
  std::string number;  ///< "17a"
  Offset size = 0;     ///< bytes up to the text
  bool alone = false;  ///< nothing follows
};

/// Reads labels and numbers at the start of a line. The words are those of rules/labels; a sign (colon, dot, bracket,
/// dash) must stand behind a label that text follows; a label alone on its line needs none.
/// A label that stands twice counts once.
Lead lead_of(std::string_view line);

/// The second of two like labels that begin a line ("Q: Q: What …"), with the white space behind it; empty where there
/// is none.
Span doubled_label(std::string_view line);

}  // namespace quizlint
