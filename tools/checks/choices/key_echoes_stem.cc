#include <algorithm>
#include <set>
#include <vector>

#include <fmt/format.h>

#include "checks/choices/choice_text.h"
#include "text/text.h"
#include "text/utf8.h"
#include "text/words.h"

namespace quizlint {
namespace {

constexpr CheckInfo kInfo = {
    .id = "choices/key-echoes-stem",
    .severity = Severity::info,
    .summary = "The right choice alone repeats a telling word of the stem.",
    .why =
        "Whoever does not know the answer picks the choice that sounds like the question. Told where two words of the "
        "stem, or one long one that makes up much of the choice, stand in the key and in no other choice. Source: rule "
        "28b of Haladyna, Downing and Rodriguez 2002 (\"clang associations, choices identical to or resembling words "
        "in "
        "the stem\"); Tarrant et al. 2006.",
    .bad =
        "## Which instrument measures magnetism?\n\n- [ ] A barometer\n- [x] A magnetism meter\n- [ ] A "
        "thermometer\n",
    .good =
        "## Which instrument measures the pull of the poles?\n\n- [ ] A barometer\n- [x] A magnetometer\n- [ ] A "
        "thermometer\n",
    .fix = "",
};

constexpr std::size_t kShortestWord = 5;  ///< letters of a telling word
constexpr std::size_t kLongWord = 8;      ///< letters of a word that tells alone

/// Words of prose in lower case without the ending of a plural.
std::set<std::string> telling_words(const Bank& bank, const Passage& passage, const Knowledge& knowledge) {
  std::set<std::string> words;
  for (const Slice& part : passage) {
    const Text text = text_of(bank, part);
    for (const Word& word : words_of(text)) {
      std::string lower = ascii_lower(slice(text.chars(), word.chars));
      if (!word.plain || lower.size() < kShortestWord) continue;
      if (holds(knowledge.words("phrases/function-words"), lower)) continue;
      if (lower.ends_with("s") && !lower.ends_with("ss")) lower.pop_back();
      words.insert(std::move(lower));
    }
  }
  return words;
}

void erase_all(std::set<std::string>& from, const std::set<std::string>& words) {
  for (const std::string& word : words) from.erase(word);
}

/// The word of the stem that gives the key away, or nothing.
std::string clang(const Bank& bank, const Question& question, const Choice& key, const Knowledge& knowledge) {
  const std::set<std::string> stem = telling_words(bank, question.stem, knowledge);
  std::set<std::string> shared;
  std::ranges::set_intersection(stem, telling_words(bank, key.text, knowledge), std::inserter(shared, shared.end()));
  for (const Choice& choice : question.choices)
    if (&choice != &key) erase_all(shared, telling_words(bank, choice.text, knowledge));
  if (shared.empty()) return {};
  const std::string longest = *std::ranges::max_element(shared, {}, &std::string::size);
  const std::size_t words = count_words(plain(bank, key.text));
  const bool telling = shared.size() > 1 ? words <= 12 : longest.size() >= kLongWord && words <= 5;
  return telling ? longest : std::string();
}

void run(const BankContext& context) {
  const Bank& bank = context.bank;
  each_choice_question(bank, [&](const Question& question, std::uint32_t index) {
    const Choice* key = only_key(question);
    if (key == nullptr || question.choices.size() < 3 || !is_english(bank, question)) return;
    const std::string word = clang(bank, question, *key, context.knowledge);
    if (!word.empty())
      report_choice(context, kInfo, index, *key,
                    fmt::format("only the right choice repeats '{}' of the stem; use another word", word));
  });
}

}  // namespace

extern const BankCheck kKeyEchoesStem;
const BankCheck kKeyEchoesStem = {kInfo, run};

}  // namespace quizlint
