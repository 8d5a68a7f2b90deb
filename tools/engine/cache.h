#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>

#include "engine/checked_file.h"
#include "io/store.h"

namespace quizlint {

/// What was found in files by earlier runs, kept in a folder. A file is known again by its bytes, its name, the
/// settings that hold for it, the rules of the user, the dictionaries of the system and the program itself; and only as
/// long as the files beside it that its checks asked for are there, or missing, as they were.
class Cache {
 public:
  Cache(std::string folder, const Knowledge& knowledge, const Sources& sources);
  ~Cache();

  std::optional<CheckedFile> find(const Source& source, std::string_view bytes) const;
  void keep(const Source& source, std::string_view bytes, CheckedFile& file) const;

 private:
  std::string name_of(const Source& source, std::string_view bytes) const;

  Store store_;
  std::uint64_t world_;  ///< of all that is the same for every file
  std::map<const FileSettings*, std::uint64_t> settings_;
};

}  // namespace quizlint
