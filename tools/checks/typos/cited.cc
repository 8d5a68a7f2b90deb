#include "checks/typos/cited.h"

#include <algorithm>

#include "text/utf8.h"

namespace quizlint {
namespace {

/// Bytes of a question beyond which it is not searched: a question that long is a chapter.
constexpr Offset kLongest = 1 << 14;

const Question* question_at(const Bank& bank, Offset at) {
  const auto after = std::ranges::upper_bound(bank.questions, at, {}, [](const Question& it) { return it.span.begin; });
  if (after == bank.questions.begin()) return nullptr;
  const Question& question = *std::prev(after);
  return question.span.contains(at) && question.span.size() <= kLongest ? &question : nullptr;
}

/// "Which is the correct spelling?", "Which word is misspelled?"
bool asks_for_spelling(const Bank& bank, const Question& question) {
  const std::string stem = ascii_lower(plain(bank, question.stem));
  return stem.find("spelling") != std::string::npos || stem.find("spelled") != std::string::npos ||
         stem.find("spelt") != std::string::npos;
}

bool has_in_code(const Block& block, std::string_view word) {
  const std::string& chars = block.text.chars();
  for (std::size_t at = chars.find(word); at != std::string::npos; at = chars.find(word, at + 1)) {
    const auto begin = static_cast<Offset>(at);
    if (block.kind == BlockKind::code || block.text.has_opaque({begin, begin + static_cast<Offset>(word.size())}))
      return true;
  }
  return false;
}

}  // namespace

bool is_cited(const Bank& bank, std::uint32_t block, Span chars) {
  const Text& text = bank.blocks[block].text;
  const Question* question = question_at(bank, text.source(chars).begin);
  if (question == nullptr) return false;
  if (asks_for_spelling(bank, *question)) return true;
  const std::string_view word = slice(text.chars(), chars);
  const auto first =
      std::ranges::upper_bound(bank.blocks, question->span.begin, {}, [](const Block& it) { return it.span.end; });
  for (auto it = first; it != bank.blocks.end() && it->span.begin < question->span.end; ++it)
    if (has_in_code(*it, word)) return true;
  return false;
}

}  // namespace quizlint
