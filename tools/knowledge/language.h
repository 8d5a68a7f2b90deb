#pragma once

#include <string>
#include <string_view>

namespace quizlint {

/// The language of some prose as ISO 639-1, "" where it does not show. A sentence of five words is mostly enough.
///
/// The script tells first; languages in Latin letters are told by their most frequent words, which hardly any sentence
/// does without, and by letters that few languages have.
std::string language_of(std::string_view prose);

}  // namespace quizlint
