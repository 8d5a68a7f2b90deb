#pragma once

#include <string>
#include <string_view>

namespace quizlint {

/// The text by which two pieces of prose are the same: composed (NFC), case folded, typographic quotes and spaces made
/// plain, white space run together, and none at the ends. What stands between backticks is code: its case is kept.
std::string identity_of(std::string_view prose);

/// Code by which two blocks are the same: line ends and blanks at the end of lines, blank lines at both ends and a
/// common indentation do not count; everything else does.
std::string identity_of_code(std::string_view code);

}  // namespace quizlint
