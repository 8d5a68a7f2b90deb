#pragma once

#include <cstddef>
#include <functional>

namespace quizlint {

/// Calls `work(i)` for every i below `count`, each once, on up to `jobs` threads (0: one a processor). Returns when all
/// are done; the order is not defined, so results go to a place of their own each.
void parallel_for(std::size_t count, unsigned jobs, const std::function<void(std::size_t)>& work);

}  // namespace quizlint
