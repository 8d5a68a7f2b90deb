#include "engine/recall.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "bank/hash.h"
#include "engine/baseline.h"
#include "formats/reader.h"
#include "io/file.h"
#include "io/git.h"
#include "io/path.h"

namespace quizlint {
namespace {

std::optional<Error> recall_baseline(Run& run) {
  auto baseline = read_baseline(run.options.baseline);
  if (!baseline) return baseline.error();
  run.meets_baseline = covers(*baseline, run.options.paths);
  run.baseline = Past{std::move(baseline->faults), {}, false};
  return std::nullopt;
}

/// Where git is asked: here, or where the first path leads if no repository is here.
std::string folder_in_repository(const Run& run) {
  if (!repository_of(working_folder()).empty()) return working_folder();
  for (const Source& source : run.sources.files)
    if (!source.path.empty()) return std::string(folder_of(source.path));
  return working_folder();
}

/// The files that the run's paths stood for. A file that is gone may be found again under a name that is new among
/// these paths, wherever it lay.
std::vector<FoundFile> wanted_files(Run& run, const std::vector<GitFile>& files, const FileNames& there) {
  const std::vector<std::string> names = names_of(files);
  const WalkRules rules = walk_rules(run.options, run.settings);
  std::vector<FoundFile> wanted = find_among(names, run.options.paths, rules);
  const bool some_new = std::ranges::any_of(run.sources.files, [&](const Source& source) {
    return !source.reference && !there.contains(source.path.empty() ? absolute_path(source.shown) : source.path);
  });
  if (!some_new) return wanted;
  FileNames known;
  for (const FoundFile& file : wanted) known.insert(file.path);
  for (const std::string& name : names)
    if (!known.contains(name) && reader_for(name) != nullptr && !is_there(name)) wanted.push_back({name, false});
  return wanted;
}

/// Standard input was what its name was.
void want_standard_input(const Run& run, const FileNames& there, std::vector<FoundFile>& wanted) {
  if (std::ranges::find(run.options.paths, "-") == run.options.paths.end()) return;
  const std::string path = absolute_path(run.options.stdin_name);
  std::erase_if(wanted, [&](const FoundFile& file) { return file.path == path; });
  if (there.contains(path)) wanted.push_back({path, true});
}

/// Where the file is here and what it was is not, all in it would be new.
bool is_unfetched(const Run& run, const std::string& path, std::string_view before) {
  if (!is_lfs_pointer(before)) return false;
  const auto now = std::ranges::find(run.sources.files, path, &Source::path);
  if (now == run.sources.files.end()) return false;
  const auto bytes = load(*now);
  return bytes && !is_lfs_pointer(**bytes);
}

Result<Recalled> recall_revision(Run& run) {
  const auto revision = find_revision(folder_in_repository(run), run.options.base_ref);
  if (!revision) return revision.error();
  auto files = files_at(*revision);
  if (!files) return files.error();
  Recalled past;
  for (const GitFile& file : *files) past.there.insert(file.path);
  std::vector<FoundFile> wanted = wanted_files(run, *files, past.there);
  want_standard_input(run, past.there, wanted);
  auto bytes = read_files(*revision, chosen(*files, wanted));
  if (!bytes) return bytes.error();
  for (std::size_t i = 0; i < wanted.size(); ++i) {
    if (is_unfetched(run, wanted[i].path, (*bytes)[i]))
      return Error{"git",
                   {0, 0},
                   shown_path(wanted[i].path) + " at '" + revision->name +
                       "' is kept by Git LFS and not here; fetch it with: git lfs fetch origin " + revision->commit};
    past.sources.files.push_back({wanted[i].path, shown_path(wanted[i].path), wanted[i].named,
                                  &run.settings.of(wanted[i].path),
                                  std::make_shared<const std::string>(std::move((*bytes)[i])), false, nullptr});
  }
  return past;
}

/// What has no past of its own counts as unchanged: what is only compared with, and the files of other repositories.
bool has_no_past(const Source& source, const FileNames& there, const std::string& root) {
  if (source.reference) return true;
  if (source.path.empty() || there.contains(source.path)) return false;
  return repository_of(folder_of(source.path)) != root;
}

/// Adds the files without a past, and gives their names.
std::set<std::string_view> add_timeless(const Run& run, Recalled& past) {
  const std::string root = repository_of(folder_in_repository(run));
  std::set<std::string_view> timeless;
  for (const Source& source : run.sources.files) {
    if (!has_no_past(source, past.there, root)) continue;
    timeless.insert(source.shown);
    past.sources.files.push_back(source);
  }
  std::ranges::stable_sort(past.sources.files, {}, &Source::shown);
  return timeless;
}

using Places = std::map<std::string_view, std::size_t>;

Places places_of(const Sources& sources) {
  Places places;
  for (std::size_t i = 0; i < sources.files.size(); ++i) places.emplace(sources.files[i].shown, i);
  return places;
}

bool is_unchanged(const CheckedFile& now, const Source& before) {
  return !now.error && !now.misses_files && now.content == hash_of(*before.bytes);
}

/// Each fault once a path, with its count.
std::vector<KnownFault> counted_by_path(std::vector<KnownFault> faults) {
  std::map<std::pair<std::string, std::string>, std::size_t> place;
  std::vector<KnownFault> once;
  for (KnownFault& fault : faults) {
    const auto [found, is_new] = place.try_emplace({fault.fingerprint, fault.path}, once.size());
    if (is_new) {
      once.push_back(std::move(fault));
    } else {
      ++once[found->second].count;
    }
  }
  return once;
}

}  // namespace

Result<Recalled> recall(Run& run) {
  if (!run.options.baseline.empty())
    if (auto error = recall_baseline(run)) return *error;
  if (run.options.base_ref.empty()) return Recalled();
  auto recalled = recall_revision(run);
  if (!recalled) return asked_by("--base-ref", recalled.error());
  return recalled;
}

void judge_past(Run& run, Recalled& past) {
  if (run.options.base_ref.empty()) return;
  const Places now = places_of(run.sources);
  const std::set<std::string_view> timeless = add_timeless(run, past);
  RunOptions options = run.options;
  options.only_report.clear();
  options.keep_faults = true;
  options.keep_sources = options.keep_digests = false;
  options.progress = nullptr;
  Run before(options, run.knowledge, std::move(past.sources));
  std::vector<std::size_t> changed;
  for (std::size_t i = 0; i < before.files.size(); ++i) {
    Source& source = before.sources.files[i];
    const auto same = now.find(source.shown);
    if (same != now.end() && (timeless.contains(source.shown) || is_unchanged(run.files[same->second], source))) {
      before.files[i] = run.files[same->second];
    } else {
      source.there = &past.there;
      changed.push_back(i);
    }
  }
  check_files(before, changed);
  run.earlier = Past{counted_by_path(judge(before).faults), {}, true};
  for (const CheckedFile& file : before.files)
    if (file.is_bank && !file.digest.reference) count_questions(file.digest, run.earlier->questions);
}

}  // namespace quizlint
