#include "io/path.h"

#include <filesystem>
#include <system_error>

namespace quizlint {
namespace fs = std::filesystem;

const std::string& working_folder() {
  static const std::string folder = [] {
    std::error_code error;
    const fs::path here = fs::current_path(error);
    return error ? std::string("/") : here.generic_string();
  }();
  return folder;
}

std::string path_in(std::string_view folder, std::string_view name) {
  std::string path = (fs::path(folder) / fs::path(name)).lexically_normal().generic_string();
  while (path.size() > 1 && path.back() == '/') path.pop_back();
  return path;
}

std::string absolute_path(std::string_view path) {
  return path_in(working_folder(), path);
}

std::string_view below(std::string_view folder, std::string_view absolute) {
  if (!absolute.starts_with(folder)) return {};
  absolute.remove_prefix(folder.size());
  if (folder.ends_with('/')) return absolute;
  if (!absolute.starts_with('/')) return {};
  return absolute.substr(1);
}

std::string shown_path(std::string_view absolute) {
  if (absolute == working_folder()) return ".";
  const std::string_view inside = below(working_folder(), absolute);
  return std::string(inside.empty() ? absolute : inside);
}

std::string_view folder_of(std::string_view absolute) {
  const std::size_t slash = absolute.rfind('/');
  return slash == 0 || slash == std::string_view::npos ? std::string_view("/") : absolute.substr(0, slash);
}

std::string_view base_name(std::string_view path) {
  const std::size_t slash = path.rfind('/');
  return slash == std::string_view::npos ? path : path.substr(slash + 1);
}

}  // namespace quizlint
