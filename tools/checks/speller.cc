#include "checks/speller.h"

#include <mutex>
#include <unordered_map>

#include "checks/speller_english.h"

namespace quizlint {

struct Speller::State {
  std::mutex mutex;
  std::unordered_map<std::string, Verdict> judged;  ///< by language and word; references stay valid as it grows
};

Speller::Speller() : state_(new State) {}
Speller::~Speller() {
  delete state_;
}

const Verdict& Speller::judge(std::string_view word, std::string_view language) {
  static const Verdict kKnown;
  if (!language.empty() && language != "en") return kKnown;
  const std::string key(word);
  {
    const std::lock_guard lock(state_->mutex);
    if (const auto found = state_->judged.find(key); found != state_->judged.end()) return found->second;
  }
  Verdict verdict = judge_english(word);
  const std::lock_guard lock(state_->mutex);
  return state_->judged.try_emplace(key, std::move(verdict)).first->second;
}

}  // namespace quizlint
