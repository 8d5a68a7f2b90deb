#pragma once

#include <cstdint>
#include <functional>
#include <string>

#include "checks/check.h"

namespace quizlint {

/// Calls `judge` for every question that has choices to pick from, with its 1-based index. Orderings and pairs are
/// none.
void each_choice_question(const Bank& bank, const std::function<void(const Question&, std::uint32_t)>& judge);

std::size_t count_right(const Question& question);
/// The only right choice; nullptr where there is none or more than one.
const Choice* only_key(const Question& question);
/// Whether nothing can be seen of the choice but its label.
bool is_blank(const Bank& bank, const Choice& choice);
/// All that tells a choice from another, as it is written: text with case, symbols and marks, code, images. White space
/// is folded.
std::string written(const Bank& bank, const Choice& choice);
/// Whether the choice holds code of several lines or an image: its length tells nothing.
bool has_figure(const Bank& bank, const Choice& choice);
/// Whether a choice combines others by their letters or numbers: "both A and C", "1, 2 and 3".
bool combines(const Bank& bank, const Choice& choice);
bool combines(const Bank& bank, const Question& question);
bool is_english(const Bank& bank, const Question& question);
/// How a message names a choice: its label, or its first words in quotes.
std::string name_of(const Bank& bank, const Choice& choice);

void report_question(const BankContext& context, const CheckInfo& check, std::uint32_t index, std::string message);
void report_choice(const BankContext& context, const CheckInfo& check, std::uint32_t index, const Choice& choice,
                   std::string message);

}  // namespace quizlint
