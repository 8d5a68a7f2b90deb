#pragma once

#include <string_view>

#include "text/eight.h"

namespace quizlint {

/// Where the first byte that is not ASCII stands at or behind `from`, or the size of the text.
inline std::size_t ascii_end(std::string_view text, std::size_t from = 0) {
  std::size_t at = from;
  while (at + 8 <= text.size() && (eight_at(text.data() + at) & kHighBits) == 0) at += 8;
  while (at < text.size() && static_cast<unsigned char>(text[at]) < 0x80) ++at;
  return at;
}

inline bool is_ascii(std::string_view text) {
  return ascii_end(text) == text.size();
}

}  // namespace quizlint
