#pragma once

#include <cstddef>
#include <string_view>

namespace quizlint {

/// How a word that is in no list may be made of words that are.
enum class Form : unsigned char {
  none,
  plural,       ///< "mutexes", "ulimits"
  rare_plural,  ///< of a word that is rare itself
  inflected,    ///< a past, a doer …: "matcher", "subclassed", "embedder"
  prefixed,     ///< "autoscaling", "preprocessing"
  compound,     ///< two common words run together: "usecase"
  joined,       ///< the same of longer words: "weightloss"
  lettered,     ///< a word with a strange letter or two before, or one behind, as identifiers are: "nchannels", "nexti"
};

/// The form of a word in lower case that the vocabulary does not have, the surest first.
Form form_of(std::string_view lower);

/// How long the prefix is that a word begins with ("multi" in "multithreded"), 0 where there is none.
std::size_t prefix_length(std::string_view lower);

}  // namespace quizlint
