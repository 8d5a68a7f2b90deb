#include "checks/choices/stem_phrase.h"

#include <algorithm>

#include "text/utf8.h"

namespace quizlint {
namespace {

bool is_emphasised(const Bank& bank, const Slice& part, Span chars) {
  const Block& block = bank.blocks[part.block];
  const std::string_view text = slice(block.text.chars(), chars);
  if (std::ranges::none_of(text, [](char c) { return c >= 'a' && c <= 'z'; })) return true;
  if (chars.begin > 0 && std::string_view("\"'*_`").find(block.text.chars()[chars.begin - 1]) != std::string_view::npos)
    return true;
  return std::ranges::any_of(block.inlines, [&](const Inline& run) {
    const bool marks =
        run.kind == InlineKind::emphasis || run.kind == InlineKind::strong || run.kind == InlineKind::code;
    return marks && run.chars.overlaps(chars) && run.chars.size() < part.chars.size();
  });
}

}  // namespace

std::optional<Phrase> find_phrase(const Bank& bank, const Passage& passage, const Pattern& pattern) {
  for (const Slice& part : passage) {
    if (bank.blocks[part.block].kind == BlockKind::code) continue;
    if (!pattern.may_match(chars_of(bank, part))) continue;
    const auto match = pattern.find(chars_of(bank, part));
    if (!match) continue;
    const auto group = std::find_if(match->begin() + 1, match->end(), [](Span it) { return !it.empty(); });
    Span at = group == match->end() ? match->front() : *group;
    at = at.shifted(part.chars.begin);
    const Text& text = bank.text(part);
    return Phrase{text.source(at), std::string(slice(text.chars(), at)),
                  std::string(slice(chars_of(bank, part), match->front())), is_emphasised(bank, part, at)};
  }
  return std::nullopt;
}

}  // namespace quizlint
