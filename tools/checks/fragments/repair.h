#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace quizlint {

/// A word whose UTF-8 was read as Windows-1252 (or Latin-1) and written as UTF-8 again, once or several times: as it
/// was before ("GuillÃ©n" gives "Guillén"), or nothing where it is a word in its own right.
///
/// A sequence counts when its characters are the bytes of one UTF-8 sequence that gives a character of prose, and when
/// no language writes them so: "MANHÃ”" may be a word and its closing quotation mark. With `trusting` such a sequence
/// counts too: the text around it is known to be broken.
std::optional<std::string> repaired(std::string_view word, bool trusting);

}  // namespace quizlint
