#pragma once

#include <string_view>

namespace quizlint {

/// Whether a byte is one of a few, without a search.
struct ByteSet {
  bool has[256] = {};
  constexpr explicit ByteSet(std::string_view bytes) {
    for (const char c : bytes) has[static_cast<unsigned char>(c)] = true;
  }
  constexpr bool operator[](char c) const { return has[static_cast<unsigned char>(c)]; }
};

}  // namespace quizlint
