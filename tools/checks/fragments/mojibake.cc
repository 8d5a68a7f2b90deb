#include <fmt/format.h>

#include "checks/check.h"
#include "checks/fragments/repair.h"
#include "checks/passages.h"
#include "text/utf8.h"

namespace quizlint {
namespace {

constexpr CheckInfo kInfo = {
    .id = "fragments/mojibake",
    .severity = Severity::warning,
    .summary = "Characters that a wrong encoding broke (\"GuillÃ©n\").",
    .why =
        "UTF-8 that some program read as Windows-1252 shows two or three odd characters for one. Readers stumble, and "
        "a search for the name finds nothing. A sequence is reported when its characters are exactly the bytes of "
        "a letter or sign, and when no language writes them so.",
    .bad = "**Q:** Who wrote *LÃ©on*?\n\n**A:** Luc Besson.\n",
    .good = "**Q:** Who wrote *Léon*?\n\n**A:** Luc Besson.\n",
    .fix = "Writes the word as it was before.",
};

constexpr std::string_view kLost = "\xEF\xBF\xBD";  // U+FFFD

bool is_word_byte(char c) {
  return static_cast<unsigned char>(c) >= 0x80 || is_ascii_letter(c) || is_ascii_digit(c) || c == '\'' || c == '-';
}

/// The runs of word characters that hold one beyond ASCII.
std::vector<Span> suspects(std::string_view chars) {
  std::vector<Span> words;
  for (Offset at = 0; at < chars.size();) {
    Offset end = at;
    bool beyond = false;
    for (; end < chars.size() && is_word_byte(chars[end]); ++end)
      beyond |= static_cast<unsigned char>(chars[end]) >= 0x80;
    if (beyond) words.push_back({at, end});
    at = end + 1;
  }
  return words;
}

bool is_prose(const Block& block) {
  return block.kind != BlockKind::code && block.kind != BlockKind::markup;
}

/// Whether some word of the bank is broken beyond doubt.
bool is_broken(const Bank& bank) {
  for (const Block& block : bank.blocks)
    for (const Span word : suspects(block.text.chars()))
      if (!block.text.has_opaque(word) && repaired(slice(block.text.chars(), word), false)) return true;
  return false;
}

/// A file in another encoding is read through a map: its bytes are not what a fix would write.
bool can_fix(const Bank& bank) {
  return first_invalid(bank.source) == std::string_view::npos;
}

void look_at(const BankContext& context, const Block& block, Span word) {
  const std::string_view chars = slice(block.text.chars(), word);
  const Span span = block.text.source(word);
  if (const auto before = repaired(chars, true)) {
    Finding found = finding_in(context.bank, kInfo, span,
                               fmt::format("'{}' was broken by a wrong encoding; it was '{}'", chars, *before));
    found.subject = chars;
    if (block.text.editable(word) && can_fix(context.bank))
      found.fixes.push_back({fmt::format("Replace with '{}'", *before), Safety::safe, {{span, *before}}});
    context.report(std::move(found));
  }
}

/// A lost character between letters. Alone it may be what the text speaks of.
void look_for_loss(const BankContext& context, const Block& block, Span word) {
  const std::string_view chars = slice(block.text.chars(), word);
  if (chars.find(kLost) == std::string_view::npos || !std::ranges::any_of(chars, is_ascii_letter)) return;
  Finding found = finding_in(context.bank, kInfo, block.text.source(word),
                             fmt::format("a wrong encoding lost a character of '{}'; write the word again", chars));
  found.subject = chars;
  context.report(std::move(found));
}

void run(const BankContext& context) {
  const bool broken = is_broken(context.bank);
  for (const Block& block : context.bank.blocks) {
    if (!is_prose(block)) continue;
    for (const Span word : suspects(block.text.chars())) {
      if (block.text.has_opaque(word)) continue;
      if (broken) look_at(context, block, word);
      look_for_loss(context, block, word);
    }
  }
}

}  // namespace

extern const BankCheck kMojibake;
const BankCheck kMojibake = {kInfo, run};

}  // namespace quizlint
