#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "text/span.h"

namespace quizlint {

/// Labels of choices that a text names, as it writes them, and where the text behind them begins.
struct NamedKeys {
  std::vector<std::string> labels;
  Offset end = 0;
};

/// Where the text behind a label of an answer or a key begins ("Answer:", "Correct option -"); 0 where none stands.
/// `correct`: only labels that speak of the right choice.
Offset key_label(std::string_view line, bool correct = false);
/// Where the text behind a label of the list begins, for instance "labels/options"; 0 where none stands.
Offset label_end(std::string_view line, std::string_view list);
/// Reads "B", "A, C", "A and D", "ABD", "(b) because …", "Option C"; numbers where `numbers`. No label where the text
/// goes on like prose ("A mutex is …").
NamedKeys keys_named(std::string_view text, bool numbers = false);
/// Text without what may differ between a key and the choice that it repeats: case, blanks, stops, quotation marks.
std::string comparable(std::string_view text);

}  // namespace quizlint
