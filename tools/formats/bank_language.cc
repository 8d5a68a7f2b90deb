#include "formats/bank_language.h"

#include "knowledge/language.h"

namespace quizlint {
namespace {

/// How much prose is enough to tell a bank's language, in bytes.
constexpr std::size_t kEnoughProse = 20000;

bool is_prose(BlockKind kind) {
  return kind == BlockKind::paragraph || kind == BlockKind::heading || kind == BlockKind::summary ||
         kind == BlockKind::field;
}

}  // namespace

void settle_language(Bank& bank) {
  std::string prose;
  for (const Block& block : bank.blocks) {
    if (!is_prose(block.kind)) continue;
    prose += prose_of(block.text).chars();
    prose += '\n';
    if (prose.size() > kEnoughProse) break;
  }
  bank.language = language_of(prose);
  for (Question& question : bank.questions) {
    if (!question.language.empty()) continue;
    const bool whole = question.stem.size() == 1;  // as most stems are
    const std::string own =
        whole ? language_of(chars_of(bank, question.stem.front())) : language_of(plain(bank, question.stem));
    question.language = own.empty() ? bank.language : own;
  }
}

}  // namespace quizlint
