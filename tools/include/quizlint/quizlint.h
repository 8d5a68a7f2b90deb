#pragma once

/// quizlint as a library.
///
///     #include <quizlint/quizlint.h>
///     #include <iostream>
///
///     int main() {
///       const auto result = quizlint::api::check_text("bank.md", "**Q:** What is teh cache?\n\n**A:**\n");
///       for (const auto& finding : result.findings)
///         std::cout << finding.line << ": " << finding.check << ": " << finding.message << "\n";
///     }
///
/// With CMake: find_package(quizlint) and target_link_libraries(yours PRIVATE quizlint::quizlint).
///
/// Nothing here prints, exits or throws (but where memory runs out). Calls from several threads do not disturb one
/// another. Names are kept from version to version; members are added at the end.

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace quizlint::api {

enum class Severity { info, warning, error };

/// How far a fix may be trusted: `safe` never changes the meaning, a `suggestion` wants a look.
enum class Safety { safe, unsafe, suggestion };

/// Replaces the bytes from `begin` to before `end`, counted in the text as it was given.
struct Edit {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::string text;
};

/// Edits that mend a fault together; they apply all or not at all.
struct Fix {
  std::string title;
  Safety safety = Safety::safe;
  std::vector<Edit> edits;
};

/// Another place that a finding speaks of.
struct Related {
  std::string path;
  std::size_t line = 0;
  std::size_t column = 0;
  std::string message;
};

/// One fault at one place. Lines and columns count from 1, a column counts code points; bytes from 0, half open.
struct Finding {
  std::string check;  ///< group/name
  Severity severity = Severity::warning;
  std::string path;
  std::size_t line = 0, column = 0;
  std::size_t end_line = 0, end_column = 0;
  std::size_t begin = 0, end = 0;
  std::size_t question = 0;  ///< counted from 1 in its bank; 0 where it belongs to none
  std::string message;
  std::vector<Related> related;
  std::vector<Fix> fixes;   ///< best first
  std::string fingerprint;  ///< never depends on path or line numbers
};

/// A bank in figures.
struct Bank {
  std::string path;
  std::string layout;
  std::string language;  ///< ISO 639-1, "" where unknown
  std::size_t questions = 0;
  std::size_t answered = 0;
};

/// Why quizlint could not do its work; the rest was done. Line 0: no place is known.
struct Error {
  std::string path;
  std::size_t line = 0, column = 0;
  std::string message;
};

struct Result {
  std::vector<Bank> banks;        ///< sorted by path
  std::vector<Finding> findings;  ///< sorted by path, begin, end, check
  std::vector<Error> errors;
};

/// What the options of the same names mean on the command line.
struct Options {
  std::vector<std::string> select;  ///< empty: what is on by default
  std::vector<std::string> extend_select;
  std::vector<std::string> ignore;
  std::vector<std::string> exclude;
  std::string config;     ///< "" looks for .quizlint.yaml near each file
  bool isolated = false;  ///< looks for no configuration
  std::string layout;     ///< "" lets the layouts vote
  unsigned jobs = 0;      ///< threads; 0 is one a processor
};

/// Checks files and folders.
Result check_paths(const std::vector<std::string>& paths, const Options& options = {});

/// Checks a text as if it were the file `name`, which need not exist; its extension says how it is read.
Result check_text(std::string_view name, std::string_view text, const Options& options = {});

/// "1.2.3"
std::string version();

}  // namespace quizlint::api
