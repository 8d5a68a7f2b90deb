#pragma once

#include <optional>

#include "engine/checked_file.h"

namespace quizlint {

/// In bytes.
struct PortionSizes {
  /// Smaller files are read as a whole.
  std::size_t large = std::size_t{16} << 20;
  /// Enough that a portion tells what words are common in the bank; read with its blocks it takes about twenty times as
  /// much memory.
  std::size_t portion = std::size_t{2} << 20;
};

/// Checks a large file of lines portion by portion, so that its bank need not be held: read, check, drop the text, keep
/// the findings. What a check counts over a bank, it then counts over a portion (how often a word stands there); all
/// else is as if the file were read as a whole. Nothing for a small file and for one that must be read as a whole:
/// other formats, legacy encodings, comments that ignore findings.
std::optional<CheckedFile> check_in_portions(const CheckWith& with, const Source& source, PortionSizes sizes = {});

}  // namespace quizlint
