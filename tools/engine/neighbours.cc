#include "engine/neighbours.h"

#include <memory>
#include <optional>

#include "io/file.h"
#include "io/path.h"
#include "io/walk.h"

namespace quizlint {

namespace {

/// Whether it is one of these files, or a folder of some.
bool is_among(const FileNames& files, const std::string& path) {
  const auto inside = files.lower_bound(path + "/");
  return files.contains(path) || (inside != files.end() && inside->starts_with(path + "/"));
}

}  // namespace

std::function<bool(std::string_view path)> neighbours_of(const Source& source) {
  if (source.path.empty()) return [](std::string_view) { return true; };
  const std::string folder(folder_of(source.path));
  const auto root = std::make_shared<std::optional<std::string>>();  // looked for when it is first asked for
  return [folder, root, there = source.there](std::string_view path) {
    if (!*root) *root = repository_of(folder);
    const std::string& top = **root;
    const bool from_root = path.starts_with('/');
    if (from_root && top.empty()) return true;
    while (from_root && path.starts_with('/')) path.remove_prefix(1);
    const std::string absolute = path_in(from_root ? top : folder, path);
    const bool inside = top.empty() || absolute == top || !below(top, absolute).empty();
    return !inside || (there == nullptr ? is_there(absolute) : is_among(*there, absolute));
  };
}

}  // namespace quizlint
