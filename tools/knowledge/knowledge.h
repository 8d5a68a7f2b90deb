#pragma once

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "bank/finding.h"
#include "knowledge/pattern.h"
#include "knowledge/pattern_index.h"

namespace quizlint {

/// Where a rule looks. `any` is every place and also headings, introductions and stray text.
enum class Place : std::uint8_t { question, answer, choice, explanation, any };

/// What a pattern sees at once: a paragraph in which it searches, or a whole, trimmed, so that `^` and `$` are its
/// ends. A whole paragraph stands on its own: items of lists and cells of tables are none.
enum class Whole : std::uint8_t { no, paragraph, passage };

/// One pattern of a rule, with the examples that a test runs.
struct RulePattern {
  std::string_view name;  ///< tells the patterns of one rule apart; "" where there is only one
  Pattern pattern;
  Pattern unless;                       ///< matched in the same sentence, it silences; may be empty
  std::string_view message;             ///< `\0` is the whole match, `\1` … its groups
  std::optional<std::string_view> fix;  ///< a replacement of the match, likewise with groups
  Safety safety = Safety::safe;
  Whole whole = Whole::no;
  std::span<const std::string_view> except;  ///< languages (ISO 639-1) in which it does not look
  std::span<const std::string_view> hits;
  std::span<const std::string_view> misses;
};

/// A check that is data: rules/<group>/<name>.yaml becomes the check group/name. Views into a table that outlives it.
struct Rule {
  std::string_view id;
  Severity severity = Severity::warning;
  bool on_by_default = true;
  std::span<const Place> in;
  std::uint32_t max_words = 0;  ///< only in passages, or whole paragraphs, of at most so many words; 0 is no limit
  std::string_view language;    ///< only in prose of this language; "" in all
  std::string_view summary, explain, bad, good;
  std::span<const RulePattern> patterns;
  std::span<const std::string_view> hits;    ///< at least one of the patterns finds each
  std::span<const std::string_view> misses;  ///< none of the patterns finds any
};

bool looks_in(const Rule& rule, Place place);

/// A list such as "labels/answer": words and phrases in lower case, sorted by their bytes.
struct WordList {
  std::string_view name;
  std::span<const std::string_view> words;
};

/// Rules and lists, sorted by id and name.
struct Tables {
  std::span<const Rule> rules;
  std::span<const WordList> lists;
};

/// What quizlint knows: tables compiled into the program from rules/, and what `--rules` adds to them.
///
///     for (std::string_view label : Knowledge::builtin().words("labels/answer")) …
class Knowledge {
 public:
  /// The knowledge inside the program. Constant tables: costs nothing until it is asked.
  static const Knowledge& builtin();

  /// `owner` keeps alive what the tables point to; `added`: see added().
  explicit Knowledge(Tables tables, std::shared_ptr<const void> owner = nullptr, std::uint64_t added = 0);

  std::span<const Rule> rules() const { return tables_.rules; }
  const Rule* rule(std::string_view id) const;
  /// The words of a list; empty where there is no such list.
  std::span<const std::string_view> words(std::string_view list) const;
  std::span<const WordList> lists() const { return tables_.lists; }
  /// The index of the patterns of all rules, made when it is first asked for.
  const PatternIndex& index() const;
  /// A hash of what was added to the knowledge inside the program; 0 where nothing was.
  std::uint64_t added() const { return added_; }

 private:
  struct Lazy;
  Tables tables_;
  std::shared_ptr<const void> owner_;
  std::shared_ptr<Lazy> lazy_;
  std::uint64_t added_ = 0;
};

/// The tables that the build made from rules/.
const Tables& builtin_tables();

/// Whether a sorted list holds a word.
bool holds(std::span<const std::string_view> sorted, std::string_view word);

}  // namespace quizlint
