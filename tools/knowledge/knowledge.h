#pragma once

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "bank/finding.h"
#include "knowledge/pattern.h"

namespace quizlint {

/// Where a rule looks.
enum class Place : std::uint8_t { question, answer, choice, explanation, any };

/// One pattern of a rule, with the examples that a test runs.
struct RulePattern {
  std::string name;     ///< tells the patterns of one rule apart; "" where there is only one
  Pattern pattern;
  Pattern unless;       ///< matched in the same sentence, it silences; may be empty
  std::string message;  ///< `\0` is the whole match, `\1` … its groups
  std::optional<std::string> fix;  ///< a replacement of the match, likewise with groups
  Safety safety = Safety::safe;
  std::vector<std::string> hits;
  std::vector<std::string> misses;
};

/// A check that is data: rules/<group>/<name>.yaml becomes the check group/name.
struct Rule {
  std::string id;
  Severity severity = Severity::warning;
  bool on_by_default = true;
  std::vector<Place> in;
  bool whole = false;          ///< the patterns see a passage as a whole, not sentence by sentence
  std::uint32_t max_words = 0; ///< only in passages of at most so many words; 0 is no limit
  std::string language;        ///< only in prose of this language; "" in all
  std::string summary, explain, bad, good;
  std::vector<RulePattern> patterns;
};

/// What quizlint knows, compiled into the program; `--rules` adds to it.
class Knowledge {
 public:
  /// The knowledge inside the program. Costs nothing until it is asked.
  static const Knowledge& builtin();

  std::span<const Rule> rules() const;
  const Rule* rule(std::string_view id) const;
  /// The words of a list such as "labels/answer", in lower case and sorted; empty where there is no such list.
  std::span<const std::string_view> words(std::string_view list) const;
};

}  // namespace quizlint
