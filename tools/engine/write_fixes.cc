#include "engine/write_fixes.h"

#include <algorithm>

#include "bank/quoting.h"

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

bool write(const Bank& bank, Edit& edit) {
  const Block* block = block_of(bank, edit.span);
  if (block == nullptr) return false;
  const auto text = quoted(edit.text, block->quoting);
  if (text) edit.text = *text;
  return text.has_value();
}

}  // namespace

void write_fixes(const Bank& bank, std::vector<Finding>& findings) {
  if (bank.fixable && !is_record(bank)) return;
  for (Finding& finding : findings)
    std::erase_if(finding.fixes, [&](Fix& fix) {
      return !bank.fixable || !std::ranges::all_of(fix.edits, [&](Edit& edit) { return write(bank, edit); });
    });
}

}  // namespace quizlint
