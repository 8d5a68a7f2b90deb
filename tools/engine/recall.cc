#include "engine/recall.h"

#include "engine/baseline.h"

namespace quizlint {

std::vector<Error> recall(Run& run) {
  if (run.options.baseline.empty()) return {};
  auto baseline = read_baseline(run.options.baseline);
  if (!baseline) return {baseline.error()};
  run.meets_baseline = covers(*baseline, run.options.paths);
  run.baseline = Past{std::move(baseline->faults), {}, false};
  return {};
}

}  // namespace quizlint
