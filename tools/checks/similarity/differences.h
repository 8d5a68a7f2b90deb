#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "text/span.h"

namespace quizlint {

/// What tells two wordings apart, in plain words: "'are metaclasses' here, 'is a metaclass' there". At most a few
/// words; "" where only case, white space or punctuation differ.
std::string differences(std::string_view here, std::string_view there);

/// The words that one text has and the other has not, or has elsewhere, as places in each.
struct DifferingWords {
  std::vector<Span> here, there;
};

/// Compares two texts as they stand in a file, whatever its markup; case and punctuation do not count. Empty where
/// nothing differs, and for texts too long to be compared word by word.
DifferingWords differing_words(std::string_view here, std::string_view there);

}  // namespace quizlint
