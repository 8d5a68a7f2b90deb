#include "engine/write_fixes.h"

#include <algorithm>

#include "bank/quoting.h"
#include "text/utf8.h"

namespace quizlint {
namespace {

/// The block in which a span lies, or nullptr.
const Block* block_of(const Bank& bank, Span span) {
  const auto after =
      std::ranges::upper_bound(bank.blocks, span.begin, {}, [](const Block& it) { return it.span.begin; });
  if (after == bank.blocks.begin()) return nullptr;
  const Block& block = *std::prev(after);
  return block.span.covers(span) ? &block : nullptr;
}

bool is_record(const Bank& bank) {
  return std::ranges::any_of(bank.blocks, [](const Block& block) { return block.quoting != Quoting::none; });
}

bool is_ascii(std::string_view text) {
  return std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

bool write(const Bank& bank, Edit& edit) {
  const Block* block = block_of(bank, edit.span);
  if (block == nullptr) return false;
  const auto text = quoted(edit.text, block->quoting);
  if (text) edit.text = *text;
  return text.has_value();
}

}  // namespace

void write_fixes(const Bank& bank, std::vector<Finding>& findings) {
  const auto offers = [](const Finding& finding) { return !finding.fixes.empty(); };
  if (std::ranges::none_of(findings, offers)) return;
  const bool record = is_record(bank), utf8 = first_invalid(bank.source) == std::string_view::npos;
  if (bank.fixable && !record && utf8) return;
  const auto writable = [&](Edit& edit) {
    return bank.fixable && (!record || write(bank, edit)) && (utf8 || is_ascii(edit.text));
  };
  for (Finding& finding : findings)
    std::erase_if(finding.fixes, [&](Fix& fix) { return !std::ranges::all_of(fix.edits, writable); });
}

}  // namespace quizlint
