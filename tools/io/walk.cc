#include "io/walk.h"

#include <algorithm>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <system_error>
#include <utility>

#include <sys/stat.h>

#include "io/file.h"
#include "io/glob.h"
#include "io/path.h"

namespace quizlint {
namespace {

namespace fs = std::filesystem;

/// The .gitignore files that hold in a folder, the nearest first.
struct IgnoreScope {
  std::string folder;
  std::vector<GlobRule> rules;
  std::shared_ptr<const IgnoreScope> outer;
};
using Scope = std::shared_ptr<const IgnoreScope>;

bool ignored(const Scope& scope, std::string_view path, bool is_folder) {
  for (const IgnoreScope* at = scope.get(); at != nullptr; at = at->outer.get())
    if (const auto decided = decide(at->rules, below(at->folder, path), is_folder)) return *decided;
  return false;
}

/// The scope inside `folder`; an unreadable .gitignore is as none.
Scope enter(const std::string& folder, Scope outer) {
  std::error_code error;
  const std::string path = path_in(folder, ".gitignore");
  if (!fs::is_regular_file(path, error)) return outer;
  const auto bytes = read_file(path);
  if (!bytes) return outer;
  return std::make_shared<IgnoreScope>(IgnoreScope{folder, parse_ignore_file(*bytes), std::move(outer)});
}

/// The scope that the folders above `folder` make, up to the root of its repository.
Scope scope_above(const std::string& folder) {
  const std::string root = repository_of(folder);
  if (root.empty() || root == folder) return nullptr;
  const std::string above(folder_of(folder));
  return enter(above, above == root ? nullptr : scope_above(above));
}

std::string reason_of(const std::error_code& error) {
  return "cannot read: " + error.message();
}

template <typename T>
void sort_once(std::vector<T>& items, std::string T::*path) {
  std::ranges::sort(items, {}, path);
  const auto same = [&](const T& a, const T& b) { return a.*path == b.*path; };
  items.erase(std::unique(items.begin(), items.end(), same), items.end());
}

class Walk {
 public:
  explicit Walk(const WalkRules& rules) : rules_(rules) {}

  void start(const std::string& named) {
    const std::string path = absolute_path(named);
    std::error_code error;
    const fs::file_status status = fs::status(path, error);
    if (status.type() == fs::file_type::not_found) {
      fail(path, "no such file or folder; check the spelling");
    } else if (status.type() == fs::file_type::none) {
      fail(path, reason_of(error));
    } else if (status.type() == fs::file_type::directory) {
      walk(path, scope_above(path));
    } else if (rules_.force_exclude && rules_.excluded(path, false)) {
      pass(path, "excluded by the configuration");
    } else {
      found_.files.push_back({path, true});
    }
  }

  Walked finish() {
    drop_second_visits();
    sort_once(found_.passed_over, &PassedOver::path);
    sort_once(found_.errors, &Error::path);
    return std::move(found_);
  }

 private:
  void fail(const std::string& path, std::string message) {
    found_.errors.push_back({shown_path(path), {0, 0}, std::move(message)});
  }
  void pass(const std::string& path, std::string reason) { found_.passed_over.push_back({path, std::move(reason)}); }

  void walk(const std::string& folder, const Scope& above) {
    std::error_code error;
    fs::directory_iterator entries(folder, error);
    if (error) return fail(folder, reason_of(error));
    const Scope scope = enter(folder, above);
    for (; entries != fs::directory_iterator(); entries.increment(error)) {
      meet(*entries, scope);
    }
    if (error) fail(folder, reason_of(error));
  }

  void meet(const fs::directory_entry& entry, const Scope& scope) {
    std::error_code error;
    const std::string path = entry.path().generic_string();
    const bool link = entry.is_symlink(error);
    if (!link && entry.is_directory(error)) return meet_folder(path, scope);
    if (base_name(path).starts_with('.')) return pass(path, "a hidden file");
    if (!rules_.wanted(path)) return pass(path, "no reader for such a name");
    if (ignored(scope, path, false)) return pass(path, "ignored by .gitignore");
    if (rules_.excluded(path, false)) return pass(path, "excluded by the configuration");
    if (link && entry.is_directory(error)) return pass(path, "a link to a folder");
    if (!entry.is_regular_file(error)) return pass(path, link ? "a link that leads nowhere" : "not a file");
    found_.files.push_back({path, false});
  }

  void meet_folder(const std::string& path, const Scope& scope) {
    if (base_name(path).starts_with('.')) return pass(path, "a hidden folder");
    if (ignored(scope, path, true)) return pass(path, "ignored by .gitignore");
    if (rules_.excluded(path, true)) return pass(path, "excluded by the configuration");
    walk(path, scope);
  }

  /// One file may be reached by several paths: the first in order stays, named if any of them was.
  void drop_second_visits() {
    std::ranges::sort(found_.files, {}, [](const FoundFile& file) { return std::pair(file.path, !file.named); });
    std::map<std::pair<dev_t, ino_t>, std::size_t> seen;
    std::vector<FoundFile> once;
    for (FoundFile& file : found_.files) {
      struct stat status {};
      if (::stat(file.path.c_str(), &status) == 0) {
        const auto [first, is_new] = seen.try_emplace({status.st_dev, status.st_ino}, once.size());
        if (!is_new) {
          FoundFile& kept = once[first->second];
          kept.named |= file.named;
          if (kept.path != file.path) pass(file.path, "the same file as " + shown_path(kept.path));
          continue;
        }
      }
      once.push_back(std::move(file));
    }
    found_.files = std::move(once);
  }

  const WalkRules& rules_;
  Walked found_;
};

/// A walk of one named path through files that need not be there.
class NameWalk {
 public:
  NameWalk(std::string start, const WalkRules& rules) : start_(std::move(start)), rules_(rules) {}

  std::optional<FoundFile> meet(const std::string& path) {
    if (path == start_)
      return rules_.force_exclude && rules_.excluded(path, false) ? std::nullopt : std::optional(FoundFile{path, true});
    if (below(start_, path).empty() || !rules_.wanted(path)) return std::nullopt;
    const Folder& folder = enter_folder(std::string(folder_of(path)));
    if (!folder.entered || ignored(folder.scope, path, false) || rules_.excluded(path, false)) return std::nullopt;
    return FoundFile{path, false};
  }

 private:
  struct Folder {
    bool entered = false;
    Scope scope;
  };

  const Folder& enter_folder(const std::string& path) {
    const auto known = folders_.find(path);
    if (known != folders_.end()) return known->second;
    Folder folder;
    if (path == start_) {
      folder = {true, enter(path, scope_above(path))};
    } else {
      const Folder& above = enter_folder(std::string(folder_of(path)));
      folder.entered = above.entered && !base_name(path).starts_with('.') && !ignored(above.scope, path, true) &&
                       !rules_.excluded(path, true);
      if (folder.entered) folder.scope = enter(path, above.scope);
    }
    return folders_.emplace(path, std::move(folder)).first->second;
  }

  std::string start_;
  const WalkRules& rules_;
  std::map<std::string, Folder> folders_;
};

}  // namespace

Walked find_files(const std::vector<std::string>& paths, const WalkRules& rules) {
  Walk walk(rules);
  for (const std::string& path : paths) walk.start(path);
  return walk.finish();
}

std::vector<FoundFile> find_among(const std::vector<std::string>& files, const std::vector<std::string>& paths,
                                  const WalkRules& rules) {
  std::vector<NameWalk> walks;
  for (const std::string& path : paths) walks.emplace_back(absolute_path(path), rules);
  std::vector<FoundFile> found;
  for (const std::string& file : files) {
    std::optional<FoundFile> met;
    for (NameWalk& walk : walks) {
      const auto here = walk.meet(file);
      if (here && (!met || here->named)) met = here;
    }
    if (met) found.push_back(std::move(*met));
  }
  return found;
}

std::string repository_of(std::string_view folder) {
  std::error_code error;
  for (std::string_view at = folder;; at = folder_of(at)) {
    if (fs::exists(path_in(at, ".git"), error)) return std::string(at);
    if (at == "/") return {};
  }
}

}  // namespace quizlint
