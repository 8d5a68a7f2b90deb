#pragma once

#include <string_view>

#include "text/span.h"

namespace quizlint {

/// What some editors write before UTF-8.
inline constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

/// Where the text of a file begins: behind its byte order mark, if it has one.
inline Offset text_begin(std::string_view bytes) {
  return bytes.starts_with(kByteOrderMark) ? static_cast<Offset>(kByteOrderMark.size()) : 0;
}

}  // namespace quizlint
