#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "checks/speller.h"
#include "engine/catalog.h"
#include "engine/ignores.h"
#include "engine/outcome.h"
#include "engine/source.h"

namespace quizlint {

/// Whether a file that a bank leads to was there when a check asked.
struct Asked {
  std::string path;
  bool there = false;
};

class Cache;

/// What is left of a file once its bank is dropped.
struct CheckedFile {
  std::optional<Error> error;
  bool is_bank = false;
  std::string no_bank = "holds no question";  ///< why it is none, if it is none
  BankSummary summary;
  Digest digest;
  std::vector<Finding> findings;  ///< of the bank checks and rules, before anything silences them
  Ignores ignores;
  std::vector<std::string> names;  ///< id and number of each question, where the settings ignore some by name
  std::shared_ptr<const std::string> bytes;
  std::uint64_t content = 0;   ///< hash of the bytes
  std::vector<Span> removals;  ///< of each question, what goes where it is taken out
  bool is_large = false;       ///< it was checked in portions; its bytes are kept only where its source has them
  bool misses_files = false;   ///< a check asked for a file beside it that is not there
  std::vector<Asked> asked;    ///< all that checks asked for
};

/// What the checks of a run share.
struct CheckWith {
  const Knowledge& knowledge;
  const Catalog& catalog;
  Speller& speller;
  bool keep_digests = true;  ///< false where nothing compares questions: those of large files are then not kept
  const Cache* cache = nullptr;
};

/// Reads a file and runs the bank checks on it. Any number may be at work at once.
CheckedFile check_file(const CheckWith& with, const Source& source, bool keep_bytes);

/// The bank that a source is read as; `bytes` must outlive it.
Bank bank_of(const Source& source, const std::string& bytes);

/// What the bank checks find in a bank; places count from the start of its bytes.
CheckedFile check_bank(const CheckWith& with, const Source& source, const Bank& bank);

/// Settles the languages of a bank where the configuration names those that there are.
void restrict_languages(Bank& bank, const std::vector<std::string>& allowed);

/// A file that was met in a folder is a bank only if it holds a question.
bool counts_as_bank(const Source& source, const Bank& bank);

bool is_on(const Catalog& catalog, const FileSettings& settings, std::string_view check);

}  // namespace quizlint
