#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "io/error.h"

namespace quizlint {

/// A file to read. `path` is absolute.
struct FoundFile {
  std::string path;
  bool named = false;  ///< given as a PATH, not met in a folder
};

/// A file or folder that was not read, and why.
struct PassedOver {
  std::string path;
  std::string reason;
};

/// What the engine has a say in.
struct WalkRules {
  /// Whether a file met in a folder may be a bank, by its name.
  std::function<bool(std::string_view path)> wanted;
  /// Whether the configuration excludes an absolute path.
  std::function<bool(std::string_view path, bool is_folder)> excluded;
  bool force_exclude = false;  ///< `excluded` is asked about named files too
};

struct Walked {
  std::vector<FoundFile> files;  ///< sorted by path; a file reached twice is there once, by its first path
  std::vector<PassedOver> passed_over;
  std::vector<Error> errors;
};

/// Finds the files that the named paths stand for. In a folder, hidden folders, links to folders and what a .gitignore
/// names are passed over, whether it lies in a git repository or not; inside one, the .gitignore files above count too.
Walked find_files(const std::vector<std::string>& paths, const WalkRules& rules);

/// Of files that lay somewhere once, those that a walk of `paths` would meet, by their names alone; sorted as they are.
std::vector<FoundFile> find_among(const std::vector<std::string>& files, const std::vector<std::string>& paths,
                                  const WalkRules& rules);

/// The nearest folder at or above `folder` that holds `.git`, "" where there is none.
std::string repository_of(std::string_view folder);

}  // namespace quizlint
