#include "formats/exams/tiles.h"

#include <algorithm>

#include "formats/records/content.h"

namespace quizlint::exams {
namespace {

/// Words, or a picture.
bool shows_something(const Block& block) {
  const bool is_text =
      block.kind != BlockKind::blank && block.kind != BlockKind::markup && block.kind != BlockKind::rule;
  const bool is_picture =
      std::ranges::any_of(block.inlines, [](const Inline& run) { return run.kind == InlineKind::image; });
  return is_picture || (is_text && !block.text.empty());
}

}  // namespace

Passage Tiles::add(Text text, Span span, Quoting quoting, bool plain) {
  Passage passage;
  if (span.empty()) return passage;
  fill(span.begin);
  at_ = span.end;
  auto at = static_cast<std::uint32_t>(bank_.blocks.size());
  records::append_blocks(bank_.blocks, std::move(text), span, quoting, plain);
  for (; at < bank_.blocks.size(); ++at) {
    const Block& block = bank_.blocks[at];
    if (shows_something(block)) passage.push_back({at, {0, block.text.size()}});
  }
  return passage;
}

void Tiles::fill(Offset end) {
  if (end <= at_) return;
  Block block;
  block.kind = BlockKind::markup;
  block.span = {at_, end};
  bank_.blocks.push_back(std::move(block));
  at_ = end;
}

}  // namespace quizlint::exams
