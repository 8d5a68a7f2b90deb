#pragma once

#include <functional>
#include <span>
#include <string_view>

#include "bank/bank.h"

namespace quizlint {

/// What a caller may settle before a file is read.
struct ReadOptions {
  std::string layout;  ///< "" lets the layouts vote
  FieldMap map;        ///< for record formats; empty lets the reader infer it
};

/// A run of whole lines of a file that is too large to be held.
struct Portion {
  std::string_view bytes;
  bool last = true;  ///< of its file
};

/// What was read of a portion: a bank of its first `size` bytes, whose places count from the start of the portion.
/// Where a record goes on behind the portion, it is left for the next one.
struct ReadPortion {
  Bank bank;
  std::size_t size = 0;
};

/// Reads the portions of one file, one after the other, by what was learned from the first.
using PortionReader = std::function<ReadPortion(const Portion& portion)>;

/// Reads one file format. Readers never fail: what cannot be read becomes a Fault, and reading goes on.
struct Reader {
  std::string_view name;
  std::span<const std::string_view> extensions;  ///< lower case, with the dot
  Bank (*read)(std::string_view path, std::string_view bytes, const ReadOptions& options);
  /// Learns from the first portion how to read a file of lines; gives nothing where there are no questions in it.
  /// nullptr where a format cannot be read in portions.
  PortionReader (*learn)(std::string_view path, std::string_view first, const ReadOptions& options) = nullptr;
};

std::span<const Reader> readers();
/// The reader that owns the path's extension, or nullptr.
const Reader* reader_for(std::string_view path);
/// Reads a file by its extension; a file of no known extension is read as text.
Bank read_bank(std::string_view path, std::string_view bytes, const ReadOptions& options);
/// How the file that begins with `first` is read in portions; nothing where it must be read as a whole.
PortionReader portion_reader(std::string_view path, std::string_view first, const ReadOptions& options);

}  // namespace quizlint
