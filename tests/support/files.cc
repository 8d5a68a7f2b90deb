#include "support/files.h"

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <stdexcept>

namespace quizlint::test {

namespace fs = std::filesystem;

fs::path source_dir() {
  return QUIZLINT_SOURCE_DIR;
}

std::string read_file(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) throw std::runtime_error("cannot read " + path.string());
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

void write_file(const fs::path& path, const std::string& bytes) {
  std::ofstream out(path, std::ios::binary);
  out << bytes;
  if (!out.flush()) throw std::runtime_error("cannot write " + path.string());
}

std::vector<Fixture> files_below(const std::string& folder) {
  std::vector<Fixture> files;
  const fs::path root = source_dir() / folder;
  if (!fs::exists(root)) return files;
  for (const fs::directory_entry& entry : fs::recursive_directory_iterator(root))
    if (entry.is_regular_file())
      files.push_back({fs::relative(entry.path(), source_dir()).generic_string(), read_file(entry.path())});
  std::sort(files.begin(), files.end(), [](const Fixture& a, const Fixture& b) { return a.path < b.path; });
  return files;
}

bool blessing() {
  const char* value = std::getenv("QUIZLINT_BLESS");
  return value != nullptr && *value != '\0' && std::string(value) != "0";
}

}  // namespace quizlint::test
