#pragma once

#include "formats/records/decoding.h"
#include "formats/records/value.h"

namespace quizlint::records {

struct JsonResult {
  Offset end = 0;        ///< behind the last byte that was read
  bool complete = true;  ///< false where the end of the bytes cut the value off
  std::size_t soft = 0;  ///< how many of the faults are what JSON with comments allows: comments, a comma before `]`
};

/// Reads one JSON value at `at`, up to `end`, and appends its values to `document`, its faults too. What JSON does not
/// allow is reported and read as it was surely meant; where that cannot be told, the record that holds it is marked as
/// damaged, and reading goes on with the next one.
JsonResult read_json_value(Document& document, Offset at, Offset end);

/// The characters of a JSON string (RFC 8259, section 7), which stands between its quotation marks at `inner`.
Text decode_json(std::string_view bytes, Span inner);
std::string json_chars(std::string_view raw);

/// The escape at a backslash. What JSON does not know stands for itself and is a fault.
EscapeAt escape_at(std::string_view raw, std::size_t at);

/// Behind the white space and comments at `at`.
Offset skip_blank(std::string_view bytes, Offset at, Offset end);

}  // namespace quizlint::records
