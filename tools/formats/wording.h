#pragma once

#include <string_view>

namespace quizlint {

/// How much a line reads like a question, from 0 to 1: by its question mark, its first words, its length. From 0.8 on
/// it asks wherever it stands; from 0.5 on it asks where its neighbours do.
double question_likeness(std::string_view line);

/// Whether a heading or item names furniture: a table of contents, a licence, contributing, references …
bool is_boilerplate(std::string_view title);
/// Whether a title announces a table of contents.
bool is_contents_title(std::string_view title);
/// Whether the line only leads back to the top or to the contents.
bool is_back_link(std::string_view line);
/// A short title that names the answer: "Show answer", "Solution", "Ответ".
bool names_answer(std::string_view title);
/// A summary or heading that says that an answer follows ("Show answer", "Solution", "Click to expand").
bool announces_answer(std::string_view title);

/// Whether two texts are the same but for case and how wide their blanks are.
bool same_but_for_blanks(std::string_view a, std::string_view b);

/// Stars, coloured circles, hands and other pictures that people put before questions and labels.
bool is_symbol(char32_t c);

}  // namespace quizlint
