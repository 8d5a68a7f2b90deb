#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "io/error.h"

namespace quizlint {

/// A commit of the repository around a folder, as the `git` program knows it.
struct Revision {
  std::string name;    ///< as it was asked for
  std::string folder;  ///< where git is asked
  std::string root;    ///< absolute; the top folder of the working tree
  std::string commit;  ///< its full object name
};

/// A file of a revision.
struct GitFile {
  std::string path;    ///< absolute, as it would lie in the working tree
  std::string object;  ///< the name of its bytes
  bool link = false;
};

/// Finds a revision. Where it is missing the error says which command fetches it.
Result<Revision> find_revision(const std::string& folder, const std::string& name);

/// All files of a revision, sorted by path; those of submodules are not among them.
Result<std::vector<GitFile>> files_at(const Revision& revision);

/// The bytes of each of these files, in their order. Nothing is checked out.
Result<std::vector<std::string>> read_files(const Revision& revision, const std::vector<GitFile>& files);

/// A commit as a history shows it.
struct Commit {
  std::string name;   ///< its full object name
  std::string brief;  ///< abbreviated
  std::string date;   ///< of the committer, YYYY-MM-DD
  std::string subject;
};

/// The last `count` commits before a revision, and itself, that changed something at these paths; the newest first.
Result<std::vector<Commit>> commits_until(const Revision& revision, std::size_t count,
                                          const std::vector<std::string>& paths);

}  // namespace quizlint
