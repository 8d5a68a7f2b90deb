#include "io/store.h"

#include <chrono>
#include <filesystem>

#include <unistd.h>

#include "catch.h"
#include "support/files.h"

using namespace quizlint;
namespace fs = std::filesystem;

namespace {

struct Folder {
  fs::path path = fs::temp_directory_path() / ("quizlint-store-" + std::to_string(::getpid()));
  Folder() { fs::remove_all(path); }
  ~Folder() { fs::remove_all(path); }
};

void age(const fs::path& path, int days) {
  fs::last_write_time(path, fs::file_time_type::clock::now() - std::chrono::hours(24 * days));
}

}  // namespace

TEST_CASE("a store gives back what was put in last") {
  const Folder folder;
  const Store store(folder.path.string());
  CHECK_FALSE(store.fetch("abc"));
  store.put("abc", "one");
  store.put("abc", "two");
  CHECK(store.fetch("abc") == "two");
  CHECK_FALSE(store.fetch("abd"));
  CHECK(test::read_file(folder.path / "CACHEDIR.TAG").starts_with("Signature: 8a477f597d28d172789f06886806bc55"));
  CHECK(test::read_file(folder.path / ".gitignore") == "*\n");
}

TEST_CASE("a store marks the folder that it makes, and no folder that was there") {
  const Folder folder;
  fs::create_directories(folder.path);
  test::write_file(folder.path / ".gitignore", "build/\n");
  Store(folder.path.string()).put("abc", "one");
  CHECK(test::read_file(folder.path / ".gitignore") == "build/\n");
  CHECK_FALSE(fs::exists(folder.path / "CACHEDIR.TAG"));
  Store((folder.path / "new").string()).put("abc", "one");
  CHECK(fs::status(folder.path / "new").permissions() == fs::perms::owner_all);
}

TEST_CASE("a store where nothing can be written keeps nothing") {
  const Folder folder;
  test::write_file(folder.path, "a file");
  const Store store(folder.path.string());
  store.put("abc", "one");
  store.sweep();
  CHECK_FALSE(store.fetch("abc"));
  CHECK(test::read_file(folder.path) == "a file");
}

TEST_CASE("a store drops what nobody asked for in two weeks, and nothing that is not its own") {
  const Folder folder;
  const Store store(folder.path.string());
  for (const char* name : {"old", "asked", "new"}) store.put(name, name);
  test::write_file(folder.path / "letter.txt", "dear");
  for (const char* name : {"ol/d", "as/ked"}) age(folder.path / (std::string(name) + ".quizlint-cache"), 20);
  age(folder.path / "letter.txt", 20);
  CHECK(store.fetch("asked"));
  store.sweep();
  CHECK_FALSE(store.fetch("old"));
  CHECK(store.fetch("asked"));
  CHECK(store.fetch("new"));
  CHECK(fs::exists(folder.path / "letter.txt"));

  age(folder.path / "ne" / "w.quizlint-cache", 20);
  store.sweep();
  CHECK(store.fetch("new"));  // swept today already
}

TEST_CASE("the folder of caches follows the XDG specification") {
  const char* before = std::getenv("XDG_CACHE_HOME");
  const std::string kept = before == nullptr ? "" : before;
  ::setenv("XDG_CACHE_HOME", "/var/tmp/x", 1);
  CHECK(cache_folder("quizlint") == "/var/tmp/x/quizlint");
  ::setenv("XDG_CACHE_HOME", "relative", 1);
  ::setenv("HOME", "/tmp", 1);
  CHECK(cache_folder("quizlint") == "/tmp/.cache/quizlint");
  ::setenv("HOME", "/nowhere", 1);
  CHECK(cache_folder("quizlint").empty());
  before == nullptr ? ::unsetenv("XDG_CACHE_HOME") : ::setenv("XDG_CACHE_HOME", kept.c_str(), 1);
}
