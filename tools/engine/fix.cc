#include "engine/fix.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <set>
#include <span>
#include <string_view>

#include "engine/edits.h"
#include "engine/parallel.h"
#include "engine/recall.h"
#include "engine/run.h"
#include "io/file.h"

namespace quizlint {
namespace {

/// Fixes that undo one another would go on for ever.
constexpr int kMostRounds = 20;
/// A bank with more fixes is not read again for each of them.
constexpr std::size_t kMostTries = 200;

/// Loads what is still to be loaded, so that the bytes which are checked are those that are fixed.
void load_all(Run& run) {
  for (Source& source : run.sources.files)
    if (auto bytes = load(source)) source.bytes = *bytes;
}

/// What must be as it was after a safe fix: how many questions there are, and of each the choices, the keys and whether
/// it is answered.
bool reads_alike(const Digest& before, const Digest& after) {
  const auto same = [](const QuestionDigest& a, const QuestionDigest& b) {
    return a.choices.size() == b.choices.size() && a.right == b.right && (a.answer == 0) == (b.answer == 0);
  };
  return std::ranges::equal(before.questions, after.questions, same);
}

/// A round of fixing one file.
struct Mending {
  std::span<const Finding> findings;
  bool unsafe_too = false;
  std::set<std::string> barred;  ///< fingerprints whose fix made the bank read otherwise
  Source source;                 ///< with the bytes after the fixes
  CheckedFile file;              ///< what is made of them
  std::size_t fixes = 0;
};

/// Tries the fixes of some findings; whether they changed the bytes and the bank still reads the same. Unsafe fixes are
/// asked for by somebody who looks at what they do.
bool try_fixes(const CheckWith& with, const Source& source, const CheckedFile& file,
               const std::vector<Finding>& findings, Mending& mending) {
  Edited edited = apply_fixes(*source.bytes, findings, mending.unsafe_too);
  if (edited.fixes == 0 || edited.bytes == *source.bytes) return false;
  mending.fixes = edited.fixes;
  mending.source = source;
  mending.source.bytes = std::make_shared<const std::string>(std::move(edited.bytes));
  mending.file = check_file(with, mending.source, file.bytes != nullptr);
  return mending.unsafe_too || (mending.file.is_bank && reads_alike(file.digest, mending.file.digest));
}

/// Tries fixes together, and where they make a bank read otherwise, each half of them; bars what does so by itself.
class Halving {
 public:
  Halving(const CheckWith& with, const Source& source, const CheckedFile& file, Mending& mending)
      : with_(with), source_(source), file_(file), mending_(mending) {}

  /// Those that do no harm together; `mending` holds what they make of the file, if there are any.
  std::vector<Finding> harmless(std::vector<Finding> findings) {
    if (findings.empty() || attempt(findings)) return findings;
    if (findings.size() == 1 || tries_ >= kMostTries) return bar(findings);
    const auto middle = findings.begin() + static_cast<std::ptrdiff_t>(findings.size() / 2);
    std::vector<Finding> left = harmless({findings.begin(), middle});
    const std::vector<Finding> right = harmless({middle, findings.end()});
    std::vector<Finding> both = left;
    both.insert(both.end(), right.begin(), right.end());
    if (attempt(both)) return both;
    bar(right);
    attempt(left);
    return left;
  }

 private:
  bool attempt(const std::vector<Finding>& findings) {
    ++tries_;
    return !findings.empty() && try_fixes(with_, source_, file_, findings, mending_);
  }

  std::vector<Finding> bar(const std::vector<Finding>& findings) {
    for (const Finding& finding : findings) mending_.barred.insert(finding.fingerprint);
    return {};
  }

  const CheckWith& with_;
  const Source& source_;
  const CheckedFile& file_;
  Mending& mending_;
  std::size_t tries_ = 0;
};

bool mend(const CheckWith& with, const Source& source, const CheckedFile& file, Mending& mending) {
  std::vector<Finding> findings;
  for (const Finding& finding : mending.findings)
    if (applicable_fix(finding, mending.unsafe_too) != nullptr && !mending.barred.contains(finding.fingerprint))
      findings.push_back(finding);
  return !Halving(with, source, file, mending).harmless(std::move(findings)).empty();
}

using Barred = std::vector<std::set<std::string>>;  // one a file

using FixCounts = std::vector<std::size_t>;  // likewise

/// One round over all files; how many fixes it made in each.
FixCounts fix_once(Run& run, const Outcome& outcome, bool unsafe_too, Barred& barred) {
  const CheckWith with{run.knowledge, run.catalog, run.speller};
  FixCounts fixes(run.files.size());
  parallel_for(run.files.size(), run.options.jobs, [&](std::size_t i) {
    Source& source = run.sources.files[i];
    if (!run.files[i].is_bank || source.reference) return;
    Mending mending{findings_in(outcome, source.shown), unsafe_too, std::move(barred[i])};
    if (mend(with, source, run.files[i], mending)) {
      source = std::move(mending.source);
      run.files[i] = std::move(mending.file);
      fixes[i] = mending.fixes;
    }
    barred[i] = std::move(mending.barred);
  });
  return fixes;
}

bool made_none(const FixCounts& fixes) {
  return std::ranges::all_of(fixes, [](std::size_t count) { return count == 0; });
}

/// Safe fixes first; unsafe ones only when no safe one is left.
FixCounts fix_round(Run& run, const Outcome& outcome, bool unsafe_too, Barred& barred) {
  FixCounts fixes = fix_once(run, outcome, false, barred);
  return made_none(fixes) && unsafe_too ? fix_once(run, outcome, true, barred) : fixes;
}

/// The findings of a file are those of before again.
void take_back(const std::string& shown, FixOutcome& fixed) {
  std::vector<Finding>& findings = fixed.outcome.findings;
  std::erase_if(findings, [&](const Finding& finding) { return finding.path == shown; });
  const auto place = std::ranges::lower_bound(findings, shown, {}, &Finding::path);
  const std::span<const Finding> again = findings_in(fixed.before, shown);
  findings.insert(place, again.begin(), again.end());
  const auto source = fixed.before.sources.find(shown);
  if (source != fixed.before.sources.end()) fixed.outcome.sources[shown] = source->second;
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
  std::vector<std::size_t> all(run.files.size());
  std::iota(all.begin(), all.end(), 0);
  check_files(run, all);
  judge_past(run, *past);
  result.outcome = result.before = judge(run);
  Barred barred(run.files.size());
  FixCounts made(run.files.size());
  for (int round = 0; round < kMostRounds; ++round) {
    const FixCounts fixes = fix_round(run, result.outcome, unsafe_too, barred);
    if (made_none(fixes)) break;
    std::ranges::transform(made, fixes, made.begin(), std::plus());
    result.outcome = judge(run);
  }
  for (std::size_t i = 0; i < run.files.size(); ++i) {
    const Source& source = run.sources.files[i];
    if (source.path.empty()) result.input = source.bytes;
    if (source.bytes != before[i])
      result.files.push_back({source.path, source.shown, before[i], *source.bytes, made[i]});
  }
  return result;
}

Stored store(FixOutcome& fixed) {
  Stored stored;
  for (const FixedFile& file : fixed.files) {
    // Whoever gives standard input gets its text back.
    auto error = file.path.empty() ? std::nullopt : replace_file(file.path, *file.before, file.after);
    if (error) {
      error->path = file.shown;
      fixed.outcome.errors.push_back(std::move(*error));
      take_back(file.shown, fixed);
    } else {
      ++stored.files;
      stored.fixes += file.fixes;
    }
  }
  return stored;
}

}  // namespace quizlint
