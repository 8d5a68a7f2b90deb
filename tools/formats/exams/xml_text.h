#pragma once

#include <string_view>

#include <pugixml.hpp>

#include "formats/exams/draft.h"

namespace quizlint::exams {

/// The bytes of an element from its name's `<` to the end of what it holds, as far as pugixml can tell: its end tag is
/// not counted.
Span span_of(std::string_view bytes, const pugi::xml_node& element);

/// The text of an element, text and CDATA together, decoded from the file's own bytes, so that it knows where it came
/// from. An element that is missing or empty gives a field without a span.
Field field_of(std::string_view bytes, const pugi::xml_node& element);

}  // namespace quizlint::exams
