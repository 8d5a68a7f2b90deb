#pragma once

#include <string>
#include <string_view>

namespace quizlint {

/// What to tell of text in a language (ISO 639-1) that no dictionary is installed for: its name, and the package of
/// Debian that has one, where there is one.
std::string note_of_unspelled(std::string_view language);

}  // namespace quizlint
