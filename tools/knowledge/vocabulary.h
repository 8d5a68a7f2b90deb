#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace quizlint {

/// Where a word is from, the weaker first: a name or an identifier is a word, and yet a slip may look like one.
enum class WordSource : std::uint8_t {
  name,        ///< names of people and places, words of other languages
  rare,        ///< encyclopedia's words, identifiers of programming languages
  field,       ///< terms of computing, data, companies
  dictionary,  ///< English dictionaries
};

/// What the vocabulary inside the program knows of a word.
struct WordInfo {
  std::uint8_t frequency =
      0;  ///< twice the Zipf value (log10 of uses in a thousand million words), 0 to 15; 0: unknown
  WordSource source = WordSource::dictionary;
  bool capitalised = false;  ///< only written with capitals: "Paris", "PostgreSQL"
  bool american = false;     ///< spelled so in American English alone
  bool british = false;      ///< spelled so in British English alone
  bool named = false;        ///< a name of people or places, whatever else
  bool foreign = false;      ///< a word of other languages and of no English dictionary
};

/// Looks up a word in lower case, without its 's. Costs a walk through constant memory, nothing at start.
std::optional<WordInfo> look_up(std::string_view lower);

/// A common word and how many edits it is away.
struct NearWord {
  std::string word;
  std::uint8_t edits = 0;
};

/// Common words at most `edits` (1 or 2) insertions, deletions, replacements or swaps of neighbours away from `lower`,
/// none of whose bytes is edited twice; in the order of their bytes. Takes well under a millisecond.
std::vector<NearWord> words_near(std::string_view lower, unsigned edits);

}  // namespace quizlint
