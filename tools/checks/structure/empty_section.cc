#include <algorithm>

#include <fmt/format.h>

#include "checks/check.h"
#include "checks/passages.h"

namespace quizlint {
namespace {

constexpr CheckInfo kInfo = {
    .id = "structure/empty-section",
    .severity = Severity::info,
    .summary = "A section heading with nothing below it.",
    .why = "The section was planned and never filled, or its questions were moved and the heading stayed.",
    .bad =
        "# Locks\n\n## Mutexes\n\n## Semaphores\n\n### What is a semaphore?\n\nA counter that threads wait for.\n\n"
        "### What is a barrier?\n\nA place where threads wait for each other.\n",
    .good =
        "# Locks\n\n## Semaphores\n\n### What is a semaphore?\n\nA counter that threads wait for.\n\n"
        "### What is a barrier?\n\nA place where threads wait for each other.\n",
    .fix = "",
};

/// Where the next section of the same or a higher rank begins, or the file ends.
Offset end_of(const Bank& bank, std::size_t section) {
  for (std::size_t i = section + 1; i < bank.sections.size(); ++i)
    if (bank.sections[i].level <= bank.sections[section].level) return bank.sections[i].span.begin;
  return static_cast<Offset>(bank.source.size());
}

/// The blocks that begin within a span; they stand in the order of the file.
std::ranges::subrange<std::vector<Block>::const_iterator> blocks_in(const Bank& bank, Span span) {
  const auto begins = [](const Block& block) { return block.span.begin; };
  const auto first = std::ranges::lower_bound(bank.blocks, span.begin, {}, begins);
  return {first, std::ranges::lower_bound(first, bank.blocks.end(), span.end, {}, begins)};
}

bool holds_nothing(const Bank& bank, Span below) {
  return std::ranges::all_of(blocks_in(bank, below), [](const Block& block) {
    return block.kind == BlockKind::blank || block.kind == BlockKind::rule;
  });
}

/// A heading that links elsewhere has its content there.
bool leads_elsewhere(const Bank& bank, Span heading) {
  return std::ranges::any_of(blocks_in(bank, heading), [&](const Block& block) {
    return heading.covers(block.span) && std::ranges::any_of(block.inlines, [](const Inline& it) {
             return it.kind == InlineKind::link || it.kind == InlineKind::tag;
           });
  });
}

/// The first heading of a file is its title.
void run(const BankContext& context) {
  const Bank& bank = context.bank;
  if (bank.questions.empty()) return;
  for (std::size_t i = 1; i < bank.sections.size(); ++i) {
    const Section& section = bank.sections[i];
    if (section.title.starts_with('<') || leads_elsewhere(bank, section.span)) continue;
    if (!holds_nothing(bank, {section.span.end, end_of(bank, i)})) continue;
    Finding found = finding(kInfo, trimmed(bank.source, section.span),
                            fmt::format("the section '{}' holds nothing", section.title));
    found.subject = section.title;
    context.report(std::move(found));
  }
}

}  // namespace

extern const BankCheck kEmptySection;
const BankCheck kEmptySection = {kInfo, run};

}  // namespace quizlint
