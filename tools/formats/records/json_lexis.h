#pragma once

#include <optional>
#include <string_view>

#include "text/span.h"

// What the signs of JSON look like, also where they are written wrongly.
namespace quizlint::records {

bool is_blank(char c);
/// Where the first byte in [at, end) stands that may mean something else than itself inside a string: `quote`, a
/// backslash, a control character; or `end`.
Offset behind_plain(std::string_view bytes, Offset at, Offset end, char quote);
/// Behind a comment, or `at`, which lies inside.
Offset behind_comment(std::string_view bytes, Offset at, Offset end);
/// Behind a number of RFC 8259, section 6, or `at`.
Offset behind_number(std::string_view bytes, Offset at, Offset end);

/// Whether a name in quotation marks and a colon stand here.
bool looks_like_name(std::string_view bytes, Offset at);
/// Whether a line begins as one between strings does: with a name and a colon, or with a bracket.
bool line_looks_like_json(std::string_view bytes, Offset at);
/// Whether what follows a quotation mark may follow a string: a comma, a bracket, or the next name on a line of its
/// own.
bool ends_well(std::string_view bytes, Offset quote_at);
/// The next quotation mark on this line that surely closes a string.
std::optional<Offset> later_quote(std::string_view bytes, Offset from);

}  // namespace quizlint::records
