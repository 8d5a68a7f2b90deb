#include "engine/history.h"

#include <algorithm>
#include <map>
#include <memory>
#include <utility>

#include "engine/run.h"
#include "io/path.h"

namespace quizlint {
namespace {

/// Where git is asked: at the first path, if a repository is there, else here.
std::string folder_of_history(const std::vector<std::string>& paths) {
  for (const std::string& path : paths) {
    const std::string absolute = absolute_path(path);
    if (!repository_of(absolute).empty()) return repository_of(absolute);
  }
  return working_folder();
}

class LookBack {
 public:
  LookBack(const RunOptions& options, const Knowledge& knowledge)
      : options_(options),
        knowledge_(knowledge),
        catalog_(catalog_of(knowledge)),
        settings_(catalog_, options_.settings) {}

  Result<Outcome> at(const Revision& revision) {
    const auto files = files_at(revision);
    if (!files) return files.error();
    FileNames there;
    for (const GitFile& file : *files) there.insert(file.path);
    std::vector<FoundFile> found = find_among(names_of(*files), options_.paths, walk_rules(options_, settings_));
    std::ranges::sort(found, {}, [](const FoundFile& file) { return shown_path(file.path); });
    const std::vector<GitFile> wanted = chosen(*files, found);
    auto sources = sources_of(revision, found, wanted);
    if (!sources) return sources.error();
    return judged(*std::move(sources), wanted, there);
  }

 private:
  using Seen = std::pair<std::string, std::string>;  // path and object

  Result<Sources> sources_of(const Revision& revision, const std::vector<FoundFile>& found,
                             const std::vector<GitFile>& wanted) {
    std::vector<GitFile> unread;
    for (const GitFile& file : wanted)
      if (!checked_.contains({file.path, file.object})) unread.push_back(file);
    auto bytes = read_files(revision, unread);
    if (!bytes) return bytes.error();
    Sources sources;
    std::size_t next = 0;
    for (std::size_t i = 0; i < wanted.size(); ++i) {
      Source& source = sources.files.emplace_back();
      source.path = wanted[i].path;
      source.shown = shown_path(wanted[i].path);
      source.named = found[i].named;
      source.settings = &settings_.of(wanted[i].path);
      if (!checked_.contains({wanted[i].path, wanted[i].object}))
        source.bytes = std::make_shared<const std::string>(std::move((*bytes)[next++]));
    }
    return sources;
  }

  /// Files come sorted by what is shown of them.
  Outcome judged(Sources sources, const std::vector<GitFile>& wanted, const FileNames& there) {
    Run run(options_, knowledge_, std::move(sources));
    std::vector<std::size_t> fresh;
    for (std::size_t i = 0; i < wanted.size(); ++i) {
      run.sources.files[i].there = &there;
      const auto seen = checked_.find({wanted[i].path, wanted[i].object});
      if (seen == checked_.end()) {
        fresh.push_back(i);
      } else {
        run.files[i] = seen->second;
      }
    }
    check_files(run, fresh);
    std::map<Seen, CheckedFile> now;
    for (std::size_t i = 0; i < wanted.size(); ++i) now.emplace(Seen(wanted[i].path, wanted[i].object), run.files[i]);
    checked_ = std::move(now);
    return judge(run);
  }

  const RunOptions& options_;
  const Knowledge& knowledge_;
  const Catalog catalog_;
  SettingsBook settings_;
  std::map<Seen, CheckedFile> checked_;  // of the commit before
};

std::optional<Error> tell_commits(const RunOptions& options, const Knowledge& knowledge, std::size_t count,
                                  const std::function<void(const Commit&, const Outcome&)>& tell) {
  const auto head = find_revision(folder_of_history(options.paths), "HEAD");
  if (!head) return head.error();
  std::vector<std::string> paths;
  for (const std::string& path : options.paths) paths.push_back(absolute_path(path));
  auto commits = commits_until(*head, count, paths);
  if (!commits) return commits.error();
  LookBack back(options, knowledge);
  for (auto commit = commits->rbegin(); commit != commits->rend(); ++commit) {
    Revision revision = *head;
    revision.name = commit->brief;
    revision.commit = commit->name;
    const auto outcome = back.at(revision);
    if (!outcome) return outcome.error();
    tell(*commit, *outcome);
  }
  return std::nullopt;
}

}  // namespace

std::optional<Error> look_back(const RunOptions& asked, const Knowledge& knowledge, std::size_t count,
                               const std::function<void(const Commit&, const Outcome&)>& tell) {
  RunOptions options = asked;
  options.keep_sources = options.keep_digests = options.keep_faults = false;
  auto error = tell_commits(options, knowledge, count, tell);
  if (error) return asked_by("--history", *std::move(error));
  return std::nullopt;
}

}  // namespace quizlint
