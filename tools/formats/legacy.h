#pragma once

#include <optional>
#include <string_view>

#include "bank/bank.h"

namespace quizlint {

/// A file that is not UTF-8, in UTF-8, with the way back to its bytes. Nothing where it is UTF-8 already. UTF-16 is
/// taken at its mark. Of other files what is UTF-8 stays, and each further byte is read as Windows-1252, which covers
/// ISO 8859-1; or, where such bytes come in words, as Windows-1251 or KOI8-R.
std::optional<Text> transcoded(std::string_view bytes);

/// Whether these are the bytes of a program or a picture, and not of a text in whatever encoding.
bool is_binary(std::string_view bytes);

/// Makes a bank that was read from the characters of `file` one of `bytes`, where those came from. Its texts keep their
/// way back. Edits cannot be written into UTF-16; elsewhere those in ASCII can.
void relocate(Bank& bank, const Text& file, std::string_view bytes);

}  // namespace quizlint
