#pragma once

#include "formats/reader.h"

namespace quizlint {

/// Reads questions in Moodle's XML: `<quiz>` with a `<question type="…">` each. Other XML is no bank.
Bank read_moodle_xml(std::string_view path, std::string_view bytes, const ReadOptions& options);

}  // namespace quizlint
