#pragma once

#include <cstdint>
#include <cstdio>
#include <memory>
#include <optional>
#include <string>

#include "io/error.h"

namespace quizlint {

/// A regular file that is read from its start to its end without being held.
class FileStream {
 public:
  /// Nothing where there is no regular file, or none that may be read.
  static std::optional<FileStream> open(const std::string& path);

  std::uint64_t size() const { return size_; }
  /// Appends up to `most` bytes. Says whether more may follow.
  Result<bool> append(std::string& to, std::size_t most);
  /// The bytes from `at` on, at most `most`; what can be read of them.
  std::string read_at(std::uint64_t at, std::size_t most);

 private:
  struct Close {
    void operator()(std::FILE* file) const { std::fclose(file); }
  };
  std::unique_ptr<std::FILE, Close> file_;
  std::string path_;
  std::uint64_t size_ = 0;
};

}  // namespace quizlint
