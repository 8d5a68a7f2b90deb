#pragma once

#include <functional>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "engine/settings.h"
#include "io/error.h"
#include "io/walk.h"

namespace quizlint {

/// What a run is asked to look at, and how.
struct RunOptions {
  std::vector<std::string> paths = {"."};  ///< files, folders, "-" for standard input
  std::string stdin_name = "<stdin>";      ///< the name that standard input goes by
  std::vector<std::string> against;        ///< files and folders whose questions are there already; not checked
  CommandSettings settings;
  bool force_exclude = false;            ///< excludes hold for named files too
  std::vector<std::string> only_report;  ///< where not empty, findings of other files are not told
  unsigned jobs = 0;                     ///< threads; 0 is one a processor
  bool keep_sources = false;             ///< keep the bytes of every bank, for excerpts
  bool keep_faults = false;              ///< keep all that is found, for a baseline
  std::string baseline;                  ///< what this file keeps is not told; "" for none
  std::string base_ref;                  ///< what was there at this revision is not told; "" for none
  bool keep_digests = false;             ///< keep what each bank leaves behind, for the texts of questions
  std::string cache_folder;              ///< keeps what is found in files for the next run; "" for none
  std::function<void(std::size_t done, std::size_t all)> progress;  ///< told of each file, by several threads
};

/// Absolute paths.
using FileNames = std::set<std::string, std::less<>>;

/// A file of the run.
struct Source {
  std::string path;    ///< absolute; "" for standard input
  std::string shown;   ///< as findings name it
  bool named = false;  ///< read as prose where it holds no question
  const FileSettings* settings = nullptr;
  std::shared_ptr<const std::string> bytes;  ///< null until it is read
  bool reference = false;                    ///< only compared with (RunOptions::against)
  const FileNames* there = nullptr;          ///< the files beside it; null: those on the disk
};

struct Sources {
  std::vector<Source> files;  ///< sorted by `shown`
  std::vector<PassedOver> passed_over;
  std::vector<Error> errors;
};

/// Finds the files of a run; standard input is read at once, files are not.
Sources gather(const RunOptions& options, SettingsBook& settings);

/// How a run walks; lives no longer than its arguments.
WalkRules walk_rules(const RunOptions& options, SettingsBook& settings);

/// The bytes of a source, read now if they were not yet.
Result<std::shared_ptr<const std::string>> load(const Source& source);

}  // namespace quizlint
