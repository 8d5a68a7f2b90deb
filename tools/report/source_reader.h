#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/outcome.h"
#include "io/file_stream.h"
#include "text/span.h"

namespace quizlint {

/// Parts of the files of an outcome. Those that are too large to be held are read again where they are asked for.
class SourceReader {
 public:
  explicit SourceReader(const Outcome& outcome) : outcome_(outcome) {}

  /// The bytes of a span, as many as there are. The view lives until the next call.
  std::string_view read(const std::string& path, Span span);

  /// Whole lines of a file, those in which a span lies; where the file is held, all.
  struct Lines {
    std::string_view bytes;
    Offset at = 0;          ///< where `bytes` begin in the file
    std::size_t first = 0;  ///< the 0-based number of the first line
  };
  Lines lines(const std::string& path, Span span);

  /// A place as people count lines; its column counts bytes from 1.
  struct Place {
    std::size_t line = 1;
    Offset column = 1;
  };
  Place place(const std::string& path, Offset at);

  /// Whether `lines` gives all of the file.
  bool is_held(const std::string& path) const { return outcome_.sources.contains(path); }

 private:
  FileStream* large(const std::string& path);
  std::uint64_t size(const std::string& path);
  const std::vector<Offset>& starts(const std::string& path);

  const Outcome& outcome_;
  std::map<std::string, std::optional<FileStream>> large_;
  std::map<std::string, std::vector<Offset>> starts_;  ///< of the lines of files
  std::string read_;
};

}  // namespace quizlint
