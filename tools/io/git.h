#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "io/error.h"
#include "io/walk.h"

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
  std::string object;  ///< the name of its bytes; of a link, of those that it leads to
  std::string real;    ///< where a link leads to; else ""
  bool link = false;   ///< leads to nothing in the revision
};

/// Errors of what follows have "git" for a path; this names the option that asked.
Error asked_by(std::string_view option, Error error);

/// Finds a revision. Where it is missing the error says which command fetches it.
Result<Revision> find_revision(const std::string& folder, const std::string& name);

/// All files of a revision, sorted by path; those of submodules are not among them.
Result<std::vector<GitFile>> files_at(const Revision& revision);

/// The names of those that are no dead links.
std::vector<std::string> names_of(const std::vector<GitFile>& files);

/// Of the files of a revision those that are wanted, in that order; what is met twice, by a link, is wanted once.
std::vector<GitFile> chosen(const std::vector<GitFile>& files, std::vector<FoundFile>& wanted);

/// The bytes of each of these files, in their order. Nothing is checked out. What a pointer of Git LFS stands for is
/// taken from the repository's store where it is there.
Result<std::vector<std::string>> read_files(const Revision& revision, const std::vector<GitFile>& files);

/// Whether these bytes stand for a file that Git LFS keeps elsewhere, and was not fetched.
bool is_lfs_pointer(std::string_view bytes);

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
