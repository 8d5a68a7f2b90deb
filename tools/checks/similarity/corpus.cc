#include "checks/similarity/corpus.h"

#include <algorithm>
#include <bit>
#include <unordered_map>

#include "bank/hash.h"
#include "bank/identity.h"
#include "checks/similarity/alike.h"
#include "checks/similarity/answers.h"
#include "checks/similarity/slips.h"
#include "text/ascii.h"

namespace quizlint {
namespace {

std::uint64_t hash_of_choices(const Digest& bank, const QuestionDigest& question) {
  std::uint64_t hash = 0;
  for (Offset i = question.choices.begin; i < question.choices.end; ++i) hash = mix(hash, bank.hashes[i]);
  return hash;
}

bool is_english(const QuestionDigest& question, std::string_view identity) {
  if (question.language == std::array<char, 2>{}) return is_ascii(identity);
  return question.language == std::array<char, 2>{'e', 'n'};
}

/// Numbers for keys in the order in which they are first met.
class KnownKeys {
 public:
  explicit KnownKeys(std::size_t most) : slots_(std::bit_ceil(std::max<std::size_t>(16, most * 2))) {}

  struct Numbered {
    TextId id;
    bool is_new;
  };
  Numbered number(std::uint64_t key) {
    std::size_t at = key & (slots_.size() - 1);
    for (; slots_[at].used; at = (at + 1) & (slots_.size() - 1))
      if (slots_[at].key == key) return {slots_[at].id, false};
    slots_[at] = {key, next_, true};
    return {next_++, true};
  }

 private:
  struct Slot {
    std::uint64_t key = 0;
    TextId id = 0;
    bool used = false;
  };
  std::vector<Slot> slots_;
  TextId next_ = 0;
};

/// Adds questions one by one, each new wording with its words.
struct Builder {
  std::span<const Digest> banks;
  Lexicon& lexicon;
  Corpus& corpus;
  KnownKeys known;
  std::vector<WordId> buffer;

  /// A question that says nothing by itself is the same only where its answer is.
  std::uint64_t key_of(const Digest& bank, const QuestionDigest& question, std::string_view identity, bool generic) {
    std::uint64_t key = mix(hash_of(identity), question.rest);
    key = mix(key, hash_of_choices(bank, question));
    const bool alone = generic && question.rest == 0 && question.choices.empty();
    if (!alone) return key;
    return mix(key, question.answer != 0 ? question.answer : corpus.questions.size());
  }

  void add(QuestionRef ref) {
    const Digest& bank = banks[ref.bank];
    const QuestionDigest& question = bank.questions[ref.question];
    const std::string identity = identity_of(bank.stem(question));
    if (identity.empty() && question.rest == 0) return;
    lexicon.words_of(identity, buffer);
    const bool english = is_english(question, identity);
    const bool generic = english && lexicon.is_generic(buffer);
    const auto [id, is_new] = known.number(key_of(bank, question, identity, generic));
    corpus.questions.push_back(ref);
    corpus.wording_of.push_back(id);
    if (!is_new) return;
    corpus.words.insert(corpus.words.end(), buffer.begin(), buffer.end());
    Corpus::Wording& wording = corpus.wordings.back();
    wording.first = ref;
    wording.english = english;
    wording.generic = generic;
    wording.title = lexicon.is_title(identity, buffer);
    corpus.wordings.emplace_back().words = static_cast<std::uint32_t>(corpus.words.size());
  }
};

template <typename Add>
void each_question(std::span<const Digest> banks, bool reference, Add add) {
  for (std::uint32_t bank = 0; bank < banks.size(); ++bank) {
    if (banks[bank].reference != reference) continue;
    for (std::uint32_t i = 0; i < banks[bank].questions.size(); ++i) add(QuestionRef{bank, i});
  }
}

std::uint64_t hash_words(std::span<const WordId> words) {
  std::uint64_t hash = words.size();
  for (const WordId word : words) hash = mix(hash, word);
  return hash;
}

void add_meanings(Corpus& corpus, Lexicon& lexicon) {
  std::vector<WordId> forms, meanings;
  corpus.meanings.reserve(corpus.words.size());
  for (TextId id = 0; id < corpus.size(); ++id) {
    Corpus::Wording& wording = corpus.wordings[id];
    lexicon.forms_of(corpus.words_of(id), wording.english, forms);
    meanings = forms;
    if (wording.english) lexicon.meanings_of(forms, meanings);
    wording.meanings = static_cast<std::uint32_t>(corpus.meanings.size());
    wording.order = hash_words(settled_order(lexicon, forms));
    wording.matter = hash_words(matter_of(lexicon, meanings));
    for (const WordId meaning : meanings) wording.weight += lexicon.entry(meaning).weight;
    corpus.meanings.insert(corpus.meanings.end(), meanings.begin(), meanings.end());
  }
  corpus.wordings.back().meanings = static_cast<std::uint32_t>(corpus.meanings.size());
}

/// Longer answers to one question are written in many ways.
bool is_brief(std::string_view answer) {
  constexpr std::ptrdiff_t kFewWords = 4;
  return !answer.empty() && std::ranges::count(answer, ' ') < kFewWords;
}

/// Whether short answers to one question have hardly anything in common.
bool are_unlike(std::span<const std::string_view> answers) {
  std::size_t unlike = 0, pairs = 0;
  for (std::size_t i = 0; i < answers.size(); ++i) {
    for (std::size_t k = 0; k < i; ++k, ++pairs)
      unlike += share_nothing(answers[i], answers[k]) || contradict(answers[i], answers[k]);
  }
  return unlike * 4 >= pairs * 3;
}

/// "Translate this into French." stands in a bank as often as it likes: what is asked several times, each time with
/// another short answer, says nothing by itself, in whatever language.
void mark_orders(std::span<const Digest> banks, Corpus& corpus) {
  constexpr std::size_t kSeveral = 3, kEnough = 8;
  std::vector<std::uint32_t> counts(corpus.size());
  for (const TextId id : corpus.wording_of) ++counts[id];
  std::unordered_map<TextId, std::vector<std::string_view>> answers;
  for (std::size_t i = 0; i < corpus.questions.size(); ++i) {
    const TextId id = corpus.wording_of[i];
    if (counts[id] < kSeveral || corpus.wordings[id].generic) continue;
    const Digest& bank = banks[corpus.questions[i].bank];
    const QuestionDigest& question = bank.questions[corpus.questions[i].question];
    std::vector<std::string_view>& some = answers[id];
    if (question.rest == 0 && question.choices.empty() && some.size() < kEnough && is_brief(bank.key(question)))
      some.push_back(bank.key(question));
  }
  for (const auto& [id, some] : answers)
    if (some.size() >= kSeveral && are_unlike(some)) corpus.wordings[id].generic = true;
}

}  // namespace

Corpus corpus_of(std::span<const Digest> banks, Lexicon& lexicon) {
  Corpus corpus;
  corpus.wordings.emplace_back();
  std::size_t count = 0;
  for (const Digest& bank : banks) count += bank.questions.size();
  Builder builder{banks, lexicon, corpus, KnownKeys(count), {}};
  corpus.questions.reserve(count);
  corpus.wording_of.reserve(count);
  const auto add = [&](QuestionRef ref) { builder.add(ref); };
  each_question(banks, true, add);
  each_question(banks, false, add);
  mark_orders(banks, corpus);
  correct_slips(corpus.words, lexicon);
  add_meanings(corpus, lexicon);
  return corpus;
}

}  // namespace quizlint
