#include "engine/source.h"

#include <algorithm>
#include <set>

#include "formats/reader.h"
#include "io/file.h"
#include "io/git.h"
#include "io/path.h"

namespace quizlint {
namespace {

void add_standard_input(const RunOptions& options, SettingsBook& settings, Sources& sources) {
  auto bytes = read_standard_input();
  if (!bytes) {
    sources.errors.push_back(bytes.error());
    return;
  }
  Source source;
  source.shown = options.stdin_name;
  source.named = true;
  source.settings = &settings.of(absolute_path(options.stdin_name));
  source.bytes = std::make_shared<const std::string>(std::move(*bytes));
  sources.files.push_back(std::move(source));
}

/// What is both checked and a reference is checked: `check new.md --against .`
void add_references(const RunOptions& options, const WalkRules& rules, SettingsBook& settings, Sources& sources) {
  if (options.against.empty()) return;
  Walked walked = find_files(options.against, rules);
  std::ranges::move(walked.errors, std::back_inserter(sources.errors));
  std::set<std::string> checked;
  for (const Source& source : sources.files) checked.insert(source.path);
  for (const FoundFile& file : walked.files)
    if (!checked.contains(file.path))
      sources.files.push_back({file.path, shown_path(file.path), false, &settings.of(file.path), nullptr, true});
}

}  // namespace

WalkRules walk_rules(const RunOptions& options, SettingsBook& settings) {
  return {[](std::string_view path) { return reader_for(path) != nullptr; },
          [&settings](std::string_view path, bool is_folder) { return settings.excluded(path, is_folder); },
          options.force_exclude};
}

Sources gather(const RunOptions& options, SettingsBook& settings) {
  std::vector<std::string> paths = options.paths;
  const bool reads_input = std::erase(paths, "-") > 0;
  const WalkRules rules = walk_rules(options, settings);
  Walked walked = find_files(paths, rules);
  Sources sources{{}, std::move(walked.passed_over), std::move(walked.errors)};
  for (PassedOver& passed : sources.passed_over) passed.path = shown_path(passed.path);
  for (FoundFile& file : walked.files)
    sources.files.push_back({file.path, shown_path(file.path), file.named, &settings.of(file.path), nullptr, false});
  add_references(options, rules, settings, sources);
  if (reads_input) add_standard_input(options, settings, sources);
  std::ranges::stable_sort(sources.files, {}, &Source::shown);
  return sources;
}

Result<std::shared_ptr<const std::string>> load(const Source& source) {
  if (source.bytes) return source.bytes;
  auto bytes = read_file(source.path);
  if (!bytes) return Error{source.shown, {0, 0}, bytes.error().message};
  if (source.named && is_lfs_pointer(*bytes))
    return Error{source.shown, {0, 0}, "this is a pointer of Git LFS and not the file; fetch it with: git lfs pull"};
  return std::make_shared<const std::string>(std::move(*bytes));
}

}  // namespace quizlint
