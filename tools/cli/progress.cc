#include "cli/progress.h"

#include <atomic>
#include <cstdio>
#include <string>

#include <fmt/format.h>
#include <unistd.h>

namespace quizlint {
namespace {

// Work that ends sooner shows nothing.
constexpr std::chrono::milliseconds kPatience{600};
constexpr std::chrono::milliseconds kBetween{100};

std::atomic<bool> is_on_screen = false;

void write(const std::string& text) {
  std::fwrite(text.data(), 1, text.size(), stderr);
  std::fflush(stderr);
}

}  // namespace

Progress::Progress(bool quiet, RunOptions& options) : options_(options), next_(Clock::now() + kPatience) {
  if (quiet || ::isatty(STDERR_FILENO) == 0) return;
  options.progress = [this](std::size_t done, std::size_t all) { show(done, all); };
}

Progress::~Progress() {
  options_.progress = nullptr;
  clear_progress();
}

void Progress::show(std::size_t done, std::size_t all) {
  const std::lock_guard lock(mutex_);
  const auto now = Clock::now();
  if (now < next_ && !(shown_ && done == all)) return;
  next_ = now + kBetween;
  shown_ = true;
  is_on_screen = true;
  write(done == all ? fmt::format("\r\x1b[Kquizlint: {} files read; comparing questions", all)
                    : fmt::format("\r\x1b[Kquizlint: {} of {} files", done, all));
}

void clear_progress() {
  if (is_on_screen.exchange(false)) write("\r\x1b[K");
}

}  // namespace quizlint
