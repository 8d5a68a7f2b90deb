#pragma once

#include "bank/bank.h"

namespace quizlint {

/// What a key's line says, and where the text behind it begins.
struct KeyText {
  std::vector<std::string> keys;
  Offset end = 0;
};

/// The keys in a line that follows a question's choices: labels of them, or the text of one as a whole.
KeyText key_text(const Question& question, std::string_view line);

/// Whether a text only repeats one of the choices: "B) Paris".
bool repeats_choice(const Bank& bank, const Question& question, std::string_view text);

/// Marks the choices that `question.keys` name, by label or by text, and tells the kind of question. A key that names
/// none stays in `keys` alone.
void settle_choices(const Bank& bank, Question& question);

}  // namespace quizlint
