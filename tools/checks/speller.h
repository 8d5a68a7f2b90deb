#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace quizlint {

/// What is known of a word.
struct Verdict {
  enum class Kind : unsigned char { known, misspelling, unknown } kind = Kind::known;
  std::vector<std::string> corrections;  ///< best first, in the case of the word
  bool sure = false;                     ///< one correction clearly leads: a safe fix
};

/// Judges words, each distinct one once a run. Safe to use from several threads.
class Speller {
 public:
  Speller();
  ~Speller();
  /// `word` as it stands in the text; `language` is ISO 639-1 ("" is taken as English).
  const Verdict& judge(std::string_view word, std::string_view language);

 private:
  struct State;
  State* state_;
};

}  // namespace quizlint
