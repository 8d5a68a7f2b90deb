#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "io/error.h"

namespace quizlint {

/// The bytes of a regular file (or a pipe). Folders, devices and files of 4 GiB and more are refused.
Result<std::string> read_file(const std::string& path);
Result<std::string> read_standard_input();

/// Whether there is a file or folder of this name; also where we may not look.
bool is_there(const std::string& path);

/// Writes a file of ours, such as a report. Replaces what was there.
std::optional<Error> write_file(const std::string& path, std::string_view bytes);

/// A file of ours that is written part by part; replaces what was there.
class FileWriter {
 public:
  explicit FileWriter(std::string path);
  FileWriter(const FileWriter&) = delete;
  FileWriter& operator=(const FileWriter&) = delete;
  ~FileWriter();

  void append(std::string_view bytes);
  /// What went wrong first, if anything did.
  const std::optional<Error>& error() const { return error_; }

 private:
  std::string path_;
  int descriptor_;
  std::optional<Error> error_;
};

/// Puts `bytes` in the place of a file that holds `expected`: readers see the old file or the new one, never a part,
/// whenever the process dies. Mode and owner stay; a link stays a link. Refuses when the file no longer holds
/// `expected`.
std::optional<Error> replace_file(const std::string& path, std::string_view expected, std::string_view bytes);

}  // namespace quizlint
