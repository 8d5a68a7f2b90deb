#pragma once

#include <span>
#include <string>
#include <string_view>

#include "io/error.h"

namespace quizlint {

/// The text of a configuration with words added to its `vocabulary: words:`. Comments, order and all else stay as they
/// are; a word that is there already is not added again. `path` names it in errors.
///
/// The new text is read again and compared before it is given: where a configuration is written in a way that would
/// not survive, this is an error and the words have to be added by hand.
Result<std::string> with_words(std::string_view path, const std::string& config, std::span<const std::string> words);

}  // namespace quizlint
