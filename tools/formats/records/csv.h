#pragma once

#include "formats/records/value.h"

namespace quizlint::records {

/// The characters of a quoted cell, which stands between its quotation marks at `inner`: doubled marks are one, CRLF is
/// a line end (RFC 4180).
Text decode_csv(std::string_view bytes, Span inner);
std::string csv_chars(std::string_view raw);

}  // namespace quizlint::records
