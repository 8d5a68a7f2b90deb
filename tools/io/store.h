#pragma once

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace quizlint {

/// A folder of ours that keeps things by name for the next run. Whatever goes wrong with it costs time and nothing
/// else: what cannot be read is not there, what cannot be written is not kept. Several processes may use it at once.
class Store {
 public:
  explicit Store(std::string folder);

  /// What was kept under this name, which has three letters or more.
  std::optional<std::string> fetch(std::string_view name) const;
  /// Keeps it; readers see all of it or nothing.
  void put(std::string_view name, std::string_view bytes) const;
  /// Once a day, removes what nobody asked for in two weeks.
  void sweep() const;

 private:
  std::string path_of(std::string_view name) const;
  void make_folder(const std::string& path) const;

  std::string folder_;
};

/// What tells a file or folder from what may take its place, without reading it: its path, number, size and time of
/// change; "" where it is not there.
std::string file_state(const std::string& path);

/// Likewise of each file in a folder whose name has one of these endings, links followed, in the order of their names.
std::vector<std::string> states_in(const std::string& folder, std::initializer_list<std::string_view> endings);

/// Where programs keep what they can do without, by the XDG Base Directory Specification: $XDG_CACHE_HOME or ~/.cache,
/// and in it a folder of this name; "" where there is no home.
std::string cache_folder(std::string_view program);

}  // namespace quizlint
