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

/// Takes the banks that one file is read as, in the order of the file: their blocks tile it together.
using BankSink = std::function<void(Bank)>;

/// Reads one file format. Readers never fail: what cannot be read becomes a Fault, and reading goes on.
struct Reader {
  std::string_view name;
  std::span<const std::string_view> extensions;  ///< lower case, with the dot
  Bank (*read)(std::string_view path, std::string_view bytes, const ReadOptions& options);
  /// Reads a large file as several banks, so that it need not be held as one; nullptr where a format has no such way.
  void (*read_in_chunks)(std::string_view path, std::string_view bytes, const ReadOptions& options,
                         const BankSink& take) = nullptr;
};

std::span<const Reader> readers();
/// The reader that owns the path's extension, or nullptr.
const Reader* reader_for(std::string_view path);
/// Reads a file by its extension; a file of no known extension is read as text.
Bank read_bank(std::string_view path, std::string_view bytes, const ReadOptions& options);
/// Likewise, in as many banks as the format likes: of a million records each holds some thousand.
void read_in_chunks(std::string_view path, std::string_view bytes, const ReadOptions& options, const BankSink& take);

}  // namespace quizlint
