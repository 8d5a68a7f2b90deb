#include "checks/passages.h"

#include <algorithm>

namespace quizlint {
namespace {

void add(std::vector<PassageAt>& to, std::span<const Slice> slices, Place place, std::uint32_t question,
         std::string_view language) {
  if (!slices.empty()) to.push_back({slices, place, question, language});
}

}  // namespace

std::vector<PassageAt> passages_of(const Bank& bank) {
  std::vector<PassageAt> all;
  for (std::uint32_t i = 0; i < bank.questions.size(); ++i) {
    const Question& question = bank.questions[i];
    const std::string_view language = question.language.empty() ? bank.language : question.language;
    add(all, question.stem, Place::question, i + 1, language);
    for (const Choice& choice : question.choices) add(all, choice.text, Place::choice, i + 1, language);
    add(all, question.answer, Place::answer, i + 1, language);
    add(all, question.explanation, Place::explanation, i + 1, language);
  }
  for (const Passage* passage : {&bank.furniture, &bank.stray})
    for (const Slice& slice : *passage) add(all, {&slice, 1}, Place::any, 0, bank.language);
  return all;
}

std::uint32_t question_at(const Bank& bank, Offset at) {
  const auto after = std::ranges::upper_bound(bank.questions, at, {}, [](const Question& it) { return it.span.begin; });
  if (after == bank.questions.begin() || !std::prev(after)->span.contains(at)) return 0;
  return static_cast<std::uint32_t>(after - bank.questions.begin());
}

}  // namespace quizlint
