#include "bank/block.h"

#include <algorithm>

namespace quizlint {

std::span<const Inline> runs_from(const Block& block, Offset first, Offset last) {
  const auto begin_of = [](const Inline& run) { return run.chars.begin; };
  const auto begin = std::ranges::lower_bound(block.inlines, first, {}, begin_of);
  const auto end = std::ranges::upper_bound(begin, block.inlines.end(), last, {}, begin_of);
  return {begin, end};
}

}  // namespace quizlint
