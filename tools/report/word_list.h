#pragma once

#include <span>
#include <string>

#include "engine/word_uses.h"

namespace quizlint {

/// A line a word: how often, the word, where it stands. With `all_places` every place, else the first few.
std::string word_list_full(std::span<const WordUse> words, bool all_places);

std::string word_list_json(std::span<const WordUse> words);

}  // namespace quizlint
