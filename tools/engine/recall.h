#pragma once

#include "engine/run.h"
#include "io/error.h"

namespace quizlint {

/// The files of a run as they were at the base revision.
struct Recalled {
  Sources sources;
  FileNames there;  ///< all files of the revision
};

/// Fetches what was there before, where the options ask to tell only what is new. An error where that cannot be known:
/// then nothing can be told.
Result<Recalled> recall(Run& run);

/// Finds out what was to be told of the recalled files, by the settings of today. What has not changed since is not
/// checked again.
void judge_past(Run& run, Recalled& past);

}  // namespace quizlint
