#pragma once

#include <functional>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

#include "bank/bank.h"
#include "bank/digest.h"
#include "bank/finding.h"
#include "knowledge/knowledge.h"

namespace quizlint {

class Speller;
struct Similarity;
struct ProseBlock;
struct WrongName;

/// What a check is, for `explain`, the configuration and the reports. The examples are Markdown banks; a test reads
/// both: `bad` must give the check's finding, `good` must not. Several banks each stand behind a line `==> name.md
/// <==`.
struct CheckInfo {
  std::string_view id;  ///< group/name
  Severity severity;
  bool on_by_default = true;
  std::string_view summary;  ///< one line: what it finds
  std::string_view why;      ///< why it matters, and where the line is drawn
  std::string_view bad;
  std::string_view good;
  std::string_view fix;  ///< what its fix does; "" where it has none
};

enum class AnswersMode : std::uint8_t { automatic, required, optional, none };
enum class English : std::uint8_t { any, british, american };

/// What the configuration settles for one file.
struct CheckOptions {
  AnswersMode answers = AnswersMode::automatic;
  English english = English::any;
  std::vector<std::string> vocabulary;  ///< words of the project, sorted
  std::vector<std::string> languages;   ///< those that the prose is in, ISO 639-1; empty where each text shows its own
  enum class Scope : std::uint8_t { bank, folder, run } duplicates_scope = Scope::run;
  double near = 0.95;       ///< similarity from 0 to 1 at which questions are near duplicates
  double paraphrase = 0.9;  ///< likewise for paraphrases
};

/// Where a check puts what it finds.
using Report = std::function<void(Finding)>;

/// Whether a file that a bank leads to is there.
using Exists = std::function<bool(std::string_view path)>;
inline const Exists kAllThere = [](std::string_view) { return true; };

/// What several checks of one bank need: made by the first that asks. One a bank, for one thread.
struct BankShared {
  std::shared_ptr<const std::vector<ProseBlock>> prose;  ///< its prose, word by word
  std::shared_ptr<const std::vector<WrongName>> names;   ///< names of products in it that their makers write otherwise
};

/// All that a bank check sees: a pure function of these, so that it can be cached by content and run in parallel.
struct BankContext {
  const Bank& bank;
  const Knowledge& knowledge;
  const CheckOptions& options;
  Speller& speller;  ///< judges each distinct word once a run; loads dictionaries when a word asks for them
  const Report& report;
  BankShared& shared;
  /// Whether there is a file or folder at a path: relative to the bank's folder, or from the repository's root where it
  /// begins with `/`. Always true for standard input and for texts that lie in no file. Its answer may change while the
  /// bank does not, so what is cached by content alone must not depend on it.
  const Exists& exists = kAllThere;
};

struct BankCheck {
  CheckInfo info;
  void (*run)(const BankContext& context);
};

/// What several run checks of one run need: made by the first that asks. One a run, for one thread.
struct RunShared {
  std::shared_ptr<const Similarity> similarity;  ///< which questions are alike, for the duplicates
};

/// All that a run check sees: the digests of every bank, sorted by path.
struct RunContext {
  std::span<const Digest> banks;
  std::span<const CheckOptions* const> options;  ///< one a bank
  const Report& report;
  const Knowledge& knowledge;
  RunShared& shared;
};

struct RunCheck {
  CheckInfo info;
  void (*run)(const RunContext& context);
};

/// A finding of `check` at `span`; its severity is the check's own until the configuration says otherwise.
Finding finding(const CheckInfo& check, Span span, std::string message);

/// THE list of checks.
std::span<const BankCheck* const> bank_checks();
std::span<const RunCheck* const> run_checks();

}  // namespace quizlint
