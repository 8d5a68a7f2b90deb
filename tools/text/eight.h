#pragma once

#include <cstdint>
#include <cstring>

namespace quizlint {

// Eight bytes of text at once, as a number: loops over large texts look at these first and at single bytes only where
// something stands out. None of it depends on the order of the bytes in a number.
inline constexpr std::uint64_t kEachByte = 0x0101010101010101;
inline constexpr std::uint64_t kHighBits = 0x80 * kEachByte;

inline std::uint64_t eight_at(const char* bytes) {
  std::uint64_t eight = 0;
  std::memcpy(&eight, bytes, sizeof eight);
  return eight;
}

/// Not 0 where one of the bytes is below `limit`, which is at most 0x80.
constexpr std::uint64_t any_below(std::uint64_t eight, unsigned char limit) {
  return (eight - limit * kEachByte) & ~eight & kHighBits;
}

/// Not 0 where one of the bytes is `byte`.
constexpr std::uint64_t any_is(std::uint64_t eight, char byte) {
  return any_below(eight ^ (static_cast<unsigned char>(byte) * kEachByte), 1);
}

}  // namespace quizlint
