#pragma once

#include <string_view>

#include "bank/digest.h"
#include "knowledge/knowledge.h"

namespace quizlint {

/// Whether two short answers to one question cannot both be right: their numbers differ, or one says yes and the other
/// no. Other differences may be two ways to say one thing.
bool contradict(std::string_view a, std::string_view b);

/// Whether two short answers have nothing in common: no word, and no two words that begin alike.
bool share_nothing(std::string_view a, std::string_view b);

/// Whether two questions that ask the same have keys or short answers that contradict.
bool contradict(const Digest& bank_a, const QuestionDigest& a, const Digest& bank_b, const QuestionDigest& b);

}  // namespace quizlint
