#pragma once

#include <chrono>
#include <mutex>

#include "engine/source.h"

namespace quizlint {

/// A line on standard error that counts the files of long work, where that is a terminal. It goes when its owner does.
class Progress {
 public:
  Progress(bool quiet, RunOptions& options);
  ~Progress();
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

 private:
  using Clock = std::chrono::steady_clock;
  void show(std::size_t done, std::size_t all);

  RunOptions& options_;
  std::mutex mutex_;
  Clock::time_point next_;
  bool shown_ = false;
};

/// Takes the line away before something else is written to the terminal.
void clear_progress();

}  // namespace quizlint
