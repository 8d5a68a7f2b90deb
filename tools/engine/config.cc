#include "engine/config.h"

#include <algorithm>
#include <filesystem>
#include <system_error>

#include "io/path.h"
#include "io/walk.h"

namespace quizlint {
namespace {

template <typename T>
void replace_if_set(std::optional<T>& under, const std::optional<T>& over) {
  if (over) under = over;
}

template <typename T>
void append(std::vector<T>& to, const std::vector<T>& more) {
  to.insert(to.end(), more.begin(), more.end());
}

}  // namespace

bool covers(const GlobSet& set, std::string_view absolute, bool is_folder) {
  const std::string_view inside = below(set.folder, absolute);
  return !inside.empty() && covers(set.rules, inside, is_folder);
}

bool covers(const std::vector<GlobSet>& sets, std::string_view absolute, bool is_folder) {
  return std::ranges::any_of(sets, [&](const GlobSet& set) { return covers(set, absolute, is_folder); });
}

std::string find_config(std::string_view folder) {
  std::error_code error;
  const std::string root = repository_of(folder);
  for (std::string_view at = folder;; at = folder_of(at)) {
    std::string path = path_in(at, kConfigName);
    if (std::filesystem::exists(path, error)) return path;
    if (at == root || at == "/") return {};
  }
}

void merge(Settings& under, const Settings& over) {
  replace_if_set(under.answers, over.answers);
  replace_if_set(under.english, over.english);
  replace_if_set(under.languages, over.languages);
  append(under.selection, over.selection);
  for (const auto& [name, severity] : over.severity) under.severity[name] = severity;
  append(under.words, over.words);
  replace_if_set(under.scope, over.scope);
  replace_if_set(under.near, over.near);
  replace_if_set(under.paraphrase, over.paraphrase);
  append(under.ignored, over.ignored);
  replace_if_set(under.layout, over.layout);
  if (!over.map.empty()) under.map = over.map;
}

}  // namespace quizlint
