#include <algorithm>
#include <vector>

#include "checks/check.h"
#include "checks/passages.h"
#include "knowledge/pattern_index.h"
#include "text/utf8.h"

namespace quizlint {
namespace {

constexpr CheckInfo kInfo = {
    .id = "unanswered/link-only",
    .severity = Severity::info,
    .summary = "The answer is only a link.",
    .why =
        "Links die, and a reader without a network has no answer. A sentence that says the main thing keeps the bank "
        "useful; the link may stay for more. Words such as \"see\" and \"read more\" beside the link are no answer.",
    .bad =
        "**Q:** What is a mutex?\n\n**A:** See [the manual](https://example.org/mutex).\n\n**Q:** What is a "
        "deadlock?\n\n**A:** Two threads that wait for each other.\n",
    .good =
        "**Q:** What is a mutex?\n\n**A:** A lock that one thread holds at a time; see [the "
        "manual](https://example.org/mutex).\n\n**Q:** What is a deadlock?\n\n**A:** Two threads that wait for "
        "each other.\n",
    .fix = "",
};

bool is_address(std::string_view chars) {
  return chars.starts_with("http://") || chars.starts_with("https://");
}

/// What a slice is made of, as far as links go.
struct Content {
  bool links = false;
  bool other = false;
};

/// For each character of a text whether it stands in a link.
std::vector<bool> linked(const Block& block) {
  std::vector<bool> marks(block.text.size(), false);
  for (const Inline& run : block.inlines)
    if (run.kind == InlineKind::link) std::fill(marks.begin() + run.chars.begin, marks.begin() + run.chars.end, true);
  return marks;
}

/// The characters of a slice that are neither links nor addresses; other opaque runs are kOpaqueMark.
std::string outside_links(const Bank& bank, const Slice& slice, Content& content) {
  const Block& block = bank.blocks[slice.block];
  const std::vector<bool> in_link = linked(block);
  std::string rest;
  for (const Piece& piece : block.text.pieces()) {
    const Span chars{std::max(piece.chars.begin, slice.chars.begin), std::min(piece.chars.end, slice.chars.end)};
    if (chars.begin >= chars.end) continue;
    const std::string_view text = quizlint::slice(block.text.chars(), chars);
    if (piece.kind == PieceKind::opaque) {
      const bool address = is_address(text);
      content.links = content.links || address;
      if (!address && !in_link[chars.begin]) rest += kOpaqueMark;
      continue;
    }
    for (Offset at = chars.begin; at < chars.end; ++at) rest += in_link[at] ? ' ' : block.text.chars()[at];
  }
  return rest;
}

/// Whether text says more than that there is a link.
bool says_more(const Knowledge& knowledge, std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = at;
    while (end < text.size() && decode(text, end).value != kInvalid && is_letter(decode(text, end).value))
      end += decode(text, end).size;
    if (end > at && !holds(knowledge.words("phrases/see"), lowered(text.substr(at, end - at)))) return true;
    if (end == at && std::string_view(" \t\r\n.,:;!?-*()[]\"'>&/").find(text[at]) == std::string_view::npos)
      return true;
    at = std::max(end, at + 1);
  }
  return false;
}

Content content_of(const Bank& bank, const Knowledge& knowledge, const Slice& slice) {
  const Block& block = bank.blocks[slice.block];
  Content content;
  if (block.kind == BlockKind::code || block.kind == BlockKind::table) return {false, true};
  for (const Inline& it : block.inlines) {
    if (!slice.chars.covers(it.chars)) continue;
    content.links = content.links || it.kind == InlineKind::link;
    content.other = content.other || it.kind == InlineKind::image;
  }
  content.other = says_more(knowledge, outside_links(bank, slice, content)) || content.other;
  return content;
}

bool is_link_only(const Bank& bank, const Knowledge& knowledge, const Passage& answer) {
  bool links = false;
  for (const Slice& slice : answer) {
    const Content content = content_of(bank, knowledge, slice);
    if (content.other) return false;
    links = links || content.links;
  }
  return links;
}

void run(const BankContext& context) {
  const Bank& bank = context.bank;
  for (const Question& question : bank.questions) {
    if (question.answer.empty() || !question.choices.empty()) continue;
    if (!is_link_only(bank, context.knowledge, question.answer)) continue;
    const Span span = passage_span(bank, question.answer);
    Finding found = finding_in(bank, kInfo, span, "the answer is only a link; say the main thing in a sentence");
    found.subject = plain(bank, question.answer);
    context.report(std::move(found));
  }
}

}  // namespace

extern const BankCheck kLinkOnly;
const BankCheck kLinkOnly = {kInfo, run};

}  // namespace quizlint
