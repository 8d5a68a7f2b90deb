#include "io/store.h"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstdlib>
#include <filesystem>

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include "io/file.h"
#include "io/path.h"

namespace quizlint {
namespace {

namespace fs = std::filesystem;
using std::chrono::hours;

/// So that nothing takes the files for banks.
constexpr std::string_view kEnding = ".quizlint-cache";
constexpr hours kUnused{14 * 24};
constexpr hours kDay{24};
/// https://bford.info/cachedir: backup programs pass over a folder with such a file.
constexpr std::string_view kTag = "Signature: 8a477f597d28d172789f06886806bc55\n# This is the cache of quizlint.\n";

std::optional<hours> age_of(const fs::path& path) {
  std::error_code failed;
  const auto changed = fs::last_write_time(path, failed);
  if (failed) return std::nullopt;
  return std::chrono::duration_cast<hours>(fs::file_time_type::clock::now() - changed);
}

void touch(const std::string& path) {
  ::utimensat(AT_FDCWD, path.c_str(), nullptr, 0);
}

}  // namespace

Store::Store(std::string folder) : folder_(std::move(folder)) {}

std::string Store::path_of(std::string_view name) const {
  return folder_ + "/" + std::string(name.substr(0, 2)) + "/" + std::string(name.substr(2)) + std::string(kEnding);
}

std::optional<std::string> Store::fetch(std::string_view name) const {
  const std::string path = path_of(name);
  auto bytes = read_file(path);
  if (!bytes) return std::nullopt;
  if (const auto age = age_of(path); age && *age >= kDay) touch(path);
  return std::move(*bytes);
}

void Store::make_folder(const std::string& path) const {
  std::error_code failed;
  const bool is_new = fs::create_directories(folder_, failed);
  if (is_new) {
    // Exams are nobody else's business; and git shall not take them up.
    fs::permissions(folder_, fs::perms::owner_all, failed);
    write_file(folder_ + "/CACHEDIR.TAG", kTag);
    write_file(folder_ + "/.gitignore", "*\n");
  }
  fs::create_directories(path, failed);
}

void Store::put(std::string_view name, std::string_view bytes) const {
  static std::atomic<unsigned> count = 0;
  const std::string path = path_of(name);
  make_folder(std::string(folder_of(path)));
  const std::string unfinished = path + "." + std::to_string(::getpid()) + "-" + std::to_string(++count);
  if (write_file(unfinished, bytes) || ::rename(unfinished.c_str(), path.c_str()) != 0) ::unlink(unfinished.c_str());
}

void Store::sweep() const {
  const std::string stamp = folder_ + "/swept";
  const auto swept = age_of(stamp);
  if (!is_there(folder_) || (swept && *swept < kDay)) return;
  write_file(stamp, "");
  std::error_code failed;
  for (fs::recursive_directory_iterator at(folder_, failed), end; !failed && at != end; at.increment(failed)) {
    const bool ours = at->path().filename().string().find(kEnding) != std::string::npos;
    std::error_code gone;
    if (const auto age = age_of(at->path()); ours && age && *age >= kUnused) fs::remove(at->path(), gone);
  }
}

std::string file_state(const std::string& path) {
  struct stat status {};
  if (::stat(path.c_str(), &status) != 0) return "";
  return fmt::format("{} {} {} {} {}", path, status.st_ino, status.st_size, status.st_mtim.tv_sec,
                     status.st_mtim.tv_nsec);
}

std::vector<std::string> states_in(const std::string& folder, std::initializer_list<std::string_view> endings) {
  std::vector<std::string> states;
  std::error_code failed;
  for (fs::directory_iterator at(folder, failed), end; !failed && at != end; at.increment(failed)) {
    const std::string path = at->path().string();
    if (std::any_of(endings.begin(), endings.end(), [&](std::string_view ending) { return path.ends_with(ending); }))
      states.push_back(file_state(path));
  }
  std::sort(states.begin(), states.end());
  return states;
}

std::string cache_folder(std::string_view program) {
  const char* base = std::getenv("XDG_CACHE_HOME");
  const char* home = std::getenv("HOME");
  // The specification has relative paths passed over.
  if (base != nullptr && *base == '/') return std::string(base) + "/" + std::string(program);
  if (home != nullptr && *home == '/' && is_there(home)) return std::string(home) + "/.cache/" + std::string(program);
  return "";
}

}  // namespace quizlint
