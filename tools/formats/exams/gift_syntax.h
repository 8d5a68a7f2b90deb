#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "bank/bank.h"

namespace quizlint::gift {

/// How a text is written: `[html]`. Moodle's own format lets HTML through.
enum class Format : std::uint8_t { moodle, html, markdown, plain };

/// What stands between the braces behind one sign.
struct Answer {
  char sign = 0;                 ///< `=` right, `~` wrong; 0 where none is written: `{T}`, `{#42}`
  std::optional<double> weight;  ///< in percent of the mark, -100 to 100
  Span span;                     ///< with its sign
  Span text;
  std::optional<Format> format;  ///< none: that of the question
  Span match;                    ///< behind `->`; empty where there is none
  std::vector<Span> feedback;    ///< behind `#`
};

/// A run of lines of a file.
struct Item {
  enum class Kind : std::uint8_t { category, question };
  Kind kind = Kind::question;
  Span span;
  Span title;  ///< between `::` and `::`; of a category its path
  Format format = Format::moodle;
  Span lead, tail;             ///< the stem before and behind the braces
  std::optional<Span> braces;  ///< what they hold; none in a description, which asks nothing
  bool numeric = false;        ///< `{#…}`
  std::vector<Answer> answers;
  Span general_feedback;  ///< behind `####`
};

/// The categories and questions of a file in Moodle's GIFT, in its order. A brace that is not closed, a
/// blank line between braces and a question that no blank line parts from the one above become faults; reading goes on
/// with the next question.
/// Source: Moodle documentation, "GIFT format".
std::vector<Item> items_of(std::string_view bytes, std::vector<Fault>& faults);

/// Characters of the file without backslashes before signs (`\=`, `\~`, `\#`, `\{`, `\}`, `\:`), with line ends for
/// `\n` and without lines that are comments.
Text text_of(std::string_view bytes, Span span);

}  // namespace quizlint::gift
