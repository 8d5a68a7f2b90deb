#include "engine/outcome.h"

#include <algorithm>

namespace quizlint {

std::span<const Finding> findings_in(const Outcome& outcome, std::string_view path) {
  const auto begin = std::ranges::lower_bound(outcome.findings, path, std::ranges::less(), &Finding::path);
  const auto end = std::ranges::upper_bound(outcome.findings, path, std::ranges::less(), &Finding::path);
  return {begin, end};
}

}  // namespace quizlint
