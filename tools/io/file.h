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

/// Puts `bytes` in the place of a file that holds `expected`: readers see the old file or the new one, never a part,
/// whenever the process dies. Mode and owner stay; a link stays a link. Refuses when the file no longer holds
/// `expected`.
std::optional<Error> replace_file(const std::string& path, std::string_view expected, std::string_view bytes);

}  // namespace quizlint
