#include "engine/fix.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <span>
#include <string_view>

#include "engine/edits.h"
#include "engine/recall.h"
#include "engine/run.h"
#include "io/file.h"

namespace quizlint {
namespace {

/// Fixes that undo one another would go on for ever.
constexpr int kMostRounds = 20;

/// Loads what is still to be loaded, so that the bytes which are checked are those that are fixed.
void load_all(Run& run) {
  for (Source& source : run.sources.files)
    if (auto bytes = load(source)) source.bytes = *bytes;
}

/// One round: the places of the sources that it changed.
std::vector<std::size_t> fix_once(Run& run, const Outcome& outcome, bool unsafe_too, std::size_t& fixes) {
  std::vector<std::size_t> changed;
  for (std::size_t i = 0; i < run.files.size(); ++i) {
    Source& source = run.sources.files[i];
    if (!run.files[i].is_bank) continue;
    Edited edited = apply_fixes(*source.bytes, findings_in(outcome, source.shown), unsafe_too);
    if (edited.fixes == 0 || edited.bytes == *source.bytes) continue;
    fixes += edited.fixes;
    source.bytes = std::make_shared<const std::string>(std::move(edited.bytes));
    changed.push_back(i);
  }
  return changed;
}

}  // namespace

FixOutcome fix(const RunOptions& options, bool unsafe_too, const Knowledge& knowledge) {
  Run run(options, knowledge);
  FixOutcome result;
  auto past = recall(run);
  if (!past) {
    result.before.errors = result.outcome.errors = {past.error()};
    return result;
  }
  load_all(run);
  std::vector<std::shared_ptr<const std::string>> before;
  for (const Source& source : run.sources.files) before.push_back(source.bytes);
  std::vector<std::size_t> changed(run.files.size());
  std::iota(changed.begin(), changed.end(), 0);
  for (int round = 0; !changed.empty(); ++round) {
    check_files(run, changed);
    if (round == 0) judge_past(run, *past);
    result.outcome = judge(run);
    if (round == 0) result.before = result.outcome;
    if (round == kMostRounds) break;
    changed = fix_once(run, result.outcome, unsafe_too, result.fixes);
  }
  for (std::size_t i = 0; i < run.files.size(); ++i) {
    const Source& source = run.sources.files[i];
    if (source.path.empty()) result.input = source.bytes;
    if (source.bytes != before[i]) result.files.push_back({source.path, source.shown, before[i], *source.bytes});
  }
  return result;
}

std::vector<Error> store(const std::vector<FixedFile>& files) {
  std::vector<Error> errors;
  for (const FixedFile& file : files) {
    if (file.path.empty()) continue;
    auto error = replace_file(file.path, *file.before, file.after);
    if (!error) continue;
    error->path = file.shown;
    errors.push_back(std::move(*error));
  }
  return errors;
}

}  // namespace quizlint
