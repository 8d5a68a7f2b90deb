#include "checks/speller.h"

#include <mutex>
#include <unordered_map>

#include "checks/speller_english.h"
#include "checks/speller_hunspell.h"

namespace quizlint {

struct Speller::State {
  explicit State(std::vector<std::string> folders) : foreign(std::move(folders)) {}

  std::mutex mutex;
  std::unordered_map<std::string, Verdict> judged;  ///< by language and word; references stay valid as it grows
  HunspellJudge foreign;
};

Speller::Speller() : Speller(dictionary_folders()) {}
Speller::Speller(std::vector<std::string> folders) : state_(new State(std::move(folders))) {}
Speller::~Speller() {
  delete state_;
}

const Verdict& Speller::judge(std::string_view word, std::string_view language) {
  static const Verdict kKnown;
  const bool english = language.empty() || language == "en";
  if (english && is_plainly_known(word)) return kKnown;
  const std::string key = (english ? "" : std::string(language) + ' ') + std::string(word);
  const std::lock_guard lock(state_->mutex);
  const auto found = state_->judged.find(key);
  if (found != state_->judged.end()) return found->second;
  Verdict verdict = english ? judge_english(word) : state_->foreign.judge(word, std::string(language));
  return state_->judged.emplace(key, std::move(verdict)).first->second;
}

std::vector<std::string> Speller::without_dictionary() const {
  const std::lock_guard lock(state_->mutex);
  return state_->foreign.missing();
}

}  // namespace quizlint
