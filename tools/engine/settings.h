#pragma once

#include <initializer_list>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "engine/config.h"

namespace quizlint {

/// What a run is told on the command line that bears on settings.
struct CommandSettings {
  SelectionLists selection;
  std::vector<std::string> exclude;  ///< globs, relative to the working folder
  std::string config;                ///< this file for all instead of looking for one; "" looks
  bool isolated = false;             ///< no configuration at all
  std::string layout;                ///< "" lets the layouts vote
};

/// The configuration of the run as a whole: that of the working folder. Empty where the file holds none of `words`.
/// Its faults are not told here, but where it is read for its files.
Config config_of_run(const CommandSettings& commanded, std::initializer_list<std::string_view> words);

/// All that is settled for one file.
struct FileSettings {
  std::string config;                        ///< the configuration's path, "" where there is none
  std::vector<bool> on;                      ///< by place in the catalog
  std::map<std::string, Severity> severity;  ///< where it differs from what a check says itself; by id
  CheckOptions checks;
  ReadOptions read;
  std::vector<IgnoredEntry> ignored;
};

/// Finds and keeps the configurations of a run. Not for several threads at once.
class SettingsBook {
 public:
  SettingsBook(const Catalog& catalog, const CommandSettings& commanded);

  /// The settings of a file by its absolute path. Files with the same settings share them; the reference lives as
  /// long as the book.
  const FileSettings& of(const std::string& path);
  bool excluded(std::string_view path, bool is_folder);
  const std::vector<Error>& errors() const { return errors_; }

 private:
  const Config& config_for(std::string_view folder);
  const Config& config_at(const std::string& path);
  FileSettings settle(const Config& config, const std::vector<bool>& overrides) const;

  const Catalog& catalog_;
  const CommandSettings& commanded_;
  GlobSet commanded_exclude_;
  std::map<std::string, std::unique_ptr<Config>> configs_;  // by path
  std::map<std::string, const Config*, std::less<>> of_folder_;
  std::map<std::pair<const Config*, std::vector<bool>>, FileSettings> settled_;
  std::vector<Error> errors_;
};

}  // namespace quizlint
