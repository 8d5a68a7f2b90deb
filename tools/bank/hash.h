#pragma once

#include <cstdint>
#include <string_view>

namespace quizlint {

/// 64 bits of XXH3: the same on every machine, for keys that are compared and never for security.
std::uint64_t hash_of(std::string_view bytes);

/// A hash of two, in this order (the finaliser of splitmix64).
constexpr std::uint64_t mix(std::uint64_t a, std::uint64_t b) {
  std::uint64_t x = a * 0x9E3779B97F4A7C15ULL + b + 0x2545F4914F6CDD1DULL;
  x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9ULL;
  x = (x ^ (x >> 27)) * 0x94D049BB133111EBULL;
  return x ^ (x >> 31);
}

}  // namespace quizlint
