#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace quizlint::test {

/// A file of the repository; `path` is relative to its root.
struct Fixture {
  std::string path;
  std::string bytes;
};

/// The repository that the tests were built from.
std::filesystem::path source_dir();

/// The bytes of a file; the test fails where it cannot be read.
std::string read_file(const std::filesystem::path& path);
void write_file(const std::filesystem::path& path, const std::string& bytes);

/// The files below a folder of the repository, sorted by path; none where there is no such folder.
std::vector<Fixture> files_below(const std::string& folder);

/// Whether QUIZLINT_BLESS asks to rewrite golden files instead of comparing with them.
bool blessing();

}  // namespace quizlint::test
