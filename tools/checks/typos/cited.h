#pragma once

#include "bank/bank.h"

namespace quizlint {

/// Whether a word of a question is not its writer's own: the question asks how words are spelled, or code of the
/// question has the word as well ("SELECT nmae … there is no column nmae"). `chars` stand in the block's text.
bool is_cited(const Bank& bank, std::uint32_t block, Span chars);

}  // namespace quizlint
