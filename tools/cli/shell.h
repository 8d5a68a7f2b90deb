#pragma once

#include <string>
#include <string_view>

namespace quizlint {

/// Text between single quotes, as POSIX shells, zsh and fish take it.
std::string shell_quoted(std::string_view text);

/// A word as a POSIX shell takes it: quoted only where it must be.
std::string shell_word(std::string_view word);

}  // namespace quizlint
