#pragma once

#include <algorithm>
#include <cassert>
#include <compare>
#include <cstdint>
#include <string_view>

namespace quizlint {

/// A byte offset. Files of 4 GiB and more are refused by `io` with an Error.
using Offset = std::uint32_t;

/// A half-open range of bytes, [begin, end), with begin <= end.
struct Span {
  Offset begin = 0;
  Offset end = 0;

  constexpr Offset size() const { return end - begin; }
  constexpr bool empty() const { return begin == end; }
  constexpr bool contains(Offset at) const { return begin <= at && at < end; }
  constexpr bool covers(Span other) const { return begin <= other.begin && other.end <= end; }
  constexpr bool overlaps(Span other) const { return begin < other.end && other.begin < end; }
  constexpr Span shifted(Offset by) const { return {begin + by, end + by}; }

  constexpr auto operator<=>(const Span&) const = default;
};

/// The smallest span that holds both.
constexpr Span join(Span a, Span b) {
  return {std::min(a.begin, b.begin), std::max(a.end, b.end)};
}

/// The bytes of `text` that `span` names. `span` must lie inside `text`.
inline std::string_view slice(std::string_view text, Span span) {
  assert(span.begin <= span.end && span.end <= text.size());
  return text.substr(span.begin, span.size());
}

}  // namespace quizlint
