#pragma once

#include <string_view>
#include <vector>

#include "text/text.h"

namespace quizlint {

/// A word of prose: letters with inner apostrophes ("don't"). Digits, `_` and joined signs make a token that is no
/// word (`x86`, `snake_case`, `a/b`, `node.js`), with `plain` false.
struct Word {
  Span chars;  ///< in the text that was split
  bool plain = true;
};

/// The words of a text in order. Opaque pieces hold no word.
std::vector<Word> words_of(const Text& text);

/// The number of white-space separated tokens that hold a letter or digit.
std::size_t count_words(std::string_view text);

}  // namespace quizlint
