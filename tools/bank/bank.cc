#include "bank/bank.h"

#include <algorithm>

namespace quizlint {

std::string_view chars_of(const Bank& bank, const Slice& slice) {
  return quizlint::slice(bank.text(slice).chars(), slice.chars);
}

std::string plain(const Bank& bank, const Passage& passage) {
  std::string out;
  for (const Slice& slice : passage) {
    const std::string_view part = trimmed(chars_of(bank, slice));
    if (part.empty()) continue;
    if (!out.empty()) out += '\n';
    out += part;
  }
  return out;
}

Text text_of(const Bank& bank, const Slice& slice) {
  return bank.text(slice).slice(slice.chars);
}

Span source_of(const Bank& bank, const Slice& slice) {
  return bank.text(slice).source(slice.chars);
}

bool is_answered(const Bank& bank, const Question& question) {
  const auto shows = [&](const Slice& slice) {
    return !slice.chars.empty() || !bank.blocks[slice.block].inlines.empty();
  };
  if (std::ranges::any_of(question.answer, shows) || !question.keys.empty()) return true;
  for (const Choice& choice : question.choices)
    if (choice.correct) return true;
  return false;
}

}  // namespace quizlint
