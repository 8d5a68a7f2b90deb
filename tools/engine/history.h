#pragma once

#include <functional>
#include <optional>

#include "engine/outcome.h"
#include "engine/source.h"
#include "io/git.h"
#include "knowledge/knowledge.h"

namespace quizlint {

/// What a run over the paths of `options` would have found at each of the last `count` commits that changed them, by
/// today's configuration; the oldest is told first. A file that stays the same is checked once. Error: no repository,
/// or git cannot be asked.
std::optional<Error> look_back(const RunOptions& options, const Knowledge& knowledge, std::size_t count,
                               const std::function<void(const Commit&, const Outcome&)>& tell);

}  // namespace quizlint
