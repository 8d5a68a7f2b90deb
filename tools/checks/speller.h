#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace quizlint {

/// A word that may have been meant.
struct Correction {
  std::string word;            ///< in the case of the word that it corrects
  double margin = 0;           ///< see Verdict::margin
  std::uint8_t frequency = 0;  ///< twice its Zipf value, see WordInfo
};

/// What is known of a word by itself.
struct Verdict {
  enum class Kind : unsigned char { known, misspelling, unknown } kind = Kind::known;
  std::vector<Correction> corrections;  ///< best first
  /// How far a misspelling is beyond doubt: each unit is a factor of about three. What surrounds the word may take from
  /// it (it recurs like a term, stands capitalised mid-sentence, among words of another language); below 0 it is
  /// unknown.
  double margin = 0;
};

/// Judges words, each distinct one once a run. Safe to use from several threads.
///
/// English is judged by the vocabulary inside the program, which holds every form of Hunspell's dictionary: nothing is
/// loaded. Other languages are judged by their Hunspell dictionary where one is installed.
class Speller {
 public:
  Speller();
  /// `folders`: where dictionaries are looked for.
  explicit Speller(std::vector<std::string> folders);
  ~Speller();
  Speller(const Speller&) = delete;
  Speller& operator=(const Speller&) = delete;

  /// `word` as it stands in the text; `language` is ISO 639-1 ("" is taken as English). A word of a language without a
  /// dictionary is known.
  const Verdict& judge(std::string_view word, std::string_view language);

  /// The languages of words judged so far that have no dictionary here, sorted.
  std::vector<std::string> without_dictionary() const;

 private:
  struct State;
  State* state_;
};

}  // namespace quizlint
