#pragma once

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "checks/speller.h"

namespace quizlint {

/// The folders in which Debian and others put Hunspell dictionaries, after those of $DICPATH.
std::vector<std::string> dictionary_folders();

/// Judges words of languages other than English by the Hunspell dictionaries that are installed. A dictionary is loaded
/// (40 to 90 ms) when a word first asks for it. Not safe to use from several threads at once.
class HunspellJudge {
 public:
  explicit HunspellJudge(std::vector<std::string> folders);
  ~HunspellJudge();

  /// A word of a language without a dictionary is known, and so is every English one: technical prose is full of them.
  /// Corrections are words at one edit, for Hunspell's own suggestions take 50 ms a word.
  Verdict judge(std::string_view word, const std::string& language);

  /// The languages that were asked for and have no dictionary, sorted.
  std::vector<std::string> missing() const;

 private:
  struct Dictionary;
  Dictionary* dictionary(const std::string& language);

  std::vector<std::string> folders_;
  std::map<std::string, std::unique_ptr<Dictionary>> loaded_;  ///< null where there is none
};

}  // namespace quizlint
