#include "support/invariants.h"

#include <algorithm>
#include <optional>

#include <fmt/format.h>

#include "text/utf8.h"

namespace quizlint::test {
namespace {

std::string span_of(Span span) {
  return fmt::format("[{}, {})", span.begin, span.end);
}

struct Examiner {
  const Bank& bank;
  std::string_view bytes;
  std::vector<std::string> broken;

  Span file() const { return {0, static_cast<Offset>(bytes.size())}; }

  template <typename... Args>
  void demand(bool holds, fmt::format_string<Args...> message, Args&&... args) {
    if (!holds) broken.push_back(fmt::format(message, std::forward<Args>(args)...));
  }
  bool inside(Span outer, Span inner) const { return inner.begin <= inner.end && outer.covers(inner); }
};

void examine_tiling(Examiner& to) {
  Offset at = 0;
  for (const Block& block : to.bank.blocks) {
    to.demand(block.span.begin == at, "a block begins at {} where {} was due", block.span.begin, at);
    to.demand(block.span.begin < block.span.end, "the block at {} is empty", block.span.begin);
    at = block.span.end;
  }
  to.demand(at == to.bytes.size(), "the blocks end at {} of {}", at, to.bytes.size());
}

void examine_piece(Examiner& to, const Block& block, const Piece& piece) {
  const std::string place = fmt::format("piece {} of the block at {}", span_of(piece.source), block.span.begin);
  if (!to.inside(block.span, piece.source) || !to.inside({0, block.text.size()}, piece.chars)) {
    to.demand(false, "{} lies outside", place);
    return;
  }
  const std::string_view chars = slice(block.text.chars(), piece.chars);
  to.demand(!chars.empty(), "{} has no characters", place);
  if (piece.kind == PieceKind::verbatim || piece.kind == PieceKind::opaque)
    to.demand(chars == slice(to.bytes, piece.source), "{} does not decode to its bytes", place);
  if (piece.kind == PieceKind::made_up) to.demand(piece.source.empty(), "{} is made up of bytes", place);
  if (piece.kind == PieceKind::escaped) to.demand(!piece.source.empty(), "{} is escaped from nothing", place);
}

void examine_text(Examiner& to, const Block& block) {
  Offset chars = 0;
  Offset source = block.span.begin;
  for (const Piece& piece : block.text.pieces()) {
    examine_piece(to, block, piece);
    to.demand(piece.chars.begin == chars, "pieces of the block at {} do not tile its text", block.span.begin);
    to.demand(piece.source.begin >= source, "pieces of the block at {} do not ascend", block.span.begin);
    chars = piece.chars.end;
    source = piece.source.end;
  }
  to.demand(chars == block.text.size(), "the pieces of the block at {} end too early", block.span.begin);
}

void examine_inlines(Examiner& to, const Block& block) {
  Offset begin = 0;
  for (const Inline& run : block.inlines) {
    to.demand(to.inside({0, block.text.size()}, run.chars), "an inline of the block at {} lies outside its text",
              block.span.begin);
    to.demand(to.inside(block.span, run.source), "an inline of the block at {} lies outside it", block.span.begin);
    to.demand(run.chars.begin >= begin, "inlines of the block at {} do not ascend", block.span.begin);
    begin = run.chars.begin;
  }
}

void examine_block(Examiner& to, const Block& block) {
  examine_text(to, block);
  examine_inlines(to, block);
  to.demand(to.inside(block.span, block.marker.source) || block.marker.kind == Marker::Kind::none,
            "the marker of the block at {} lies outside it", block.span.begin);
}

/// Who owns which characters of each block: every owner once.
using Owned = std::vector<std::vector<Span>>;

void own(Examiner& to, Owned& owned, const Passage& passage, std::string_view what) {
  std::optional<std::uint32_t> last;
  for (const Slice& slice : passage) {
    const bool known = slice.block < to.bank.blocks.size();
    to.demand(known, "{} points at block {} of {}", what, slice.block, to.bank.blocks.size());
    if (!known) continue;
    const Block& block = to.bank.blocks[slice.block];
    to.demand(to.inside({0, block.text.size()}, slice.chars), "{} points outside the text of the block at {}", what,
              block.span.begin);
    to.demand(!last || *last <= slice.block, "{} goes back to the block at {}", what, block.span.begin);
    last = slice.block;
    if (!slice.chars.empty()) owned[slice.block].push_back(slice.chars);
  }
}

void examine_question(Examiner& to, Owned& owned, const Question& question) {
  const auto name = fmt::format("the question at {}", question.span.begin);
  to.demand(to.inside(to.file(), question.span), "{} lies outside the file", name);
  to.demand(to.inside(question.span, question.stem_span), "the stem of {} lies outside it", name);
  to.demand(to.inside(to.file(), question.answer_span), "the answer of {} lies outside the file", name);
  to.demand(to.inside(to.file(), question.number_span), "the number of {} lies outside the file", name);
  to.demand(question.section < static_cast<std::int32_t>(to.bank.sections.size()), "{} is in no section", name);
  to.demand(question.part < to.bank.parts.size(), "{} is in no part", name);
  to.demand(!question.stem.empty(), "{} has no stem", name);
  own(to, owned, question.stem, "a stem");
  own(to, owned, question.answer, "an answer");
  own(to, owned, question.explanation, "an explanation");
  for (const Choice& choice : question.choices) {
    to.demand(to.inside(question.span, choice.span), "a choice of {} lies outside it", name);
    own(to, owned, choice.text, "a choice");
  }
}

void examine_questions(Examiner& to, Owned& owned) {
  Offset begin = 0;
  for (const Question& question : to.bank.questions) {
    examine_question(to, owned, question);
    to.demand(question.span.begin >= begin, "the question at {} stands after a later one", question.span.begin);
    begin = question.span.begin;
  }
}

bool needs_owner(const Block& block) {
  const BlockKind kind = block.kind;
  if (kind == BlockKind::blank || kind == BlockKind::front_matter || kind == BlockKind::rule) return false;
  return kind != BlockKind::markup && !trimmed(block.text.chars()).empty();
}

bool is_section(const Bank& bank, const Block& block) {
  return std::any_of(bank.sections.begin(), bank.sections.end(),
                     [&](const Section& section) { return section.span.overlaps(block.span); });
}

/// Whether the block is no more than a label of a question ("**A:**"), which no passage holds.
bool is_label(const Bank& bank, const Block& block) {
  return std::any_of(bank.questions.begin(), bank.questions.end(), [&](const Question& question) {
    return question.span.covers(block.span) || question.span.overlaps(block.span);
  });
}

void examine_owners(Examiner& to, Owned& owned) {
  for (std::size_t i = 0; i < owned.size(); ++i) {
    const Block& block = to.bank.blocks[i];
    std::sort(owned[i].begin(), owned[i].end());
    for (std::size_t k = 1; k < owned[i].size(); ++k)
      to.demand(!owned[i][k - 1].overlaps(owned[i][k]), "characters {} of the block at {} have two owners",
                span_of(owned[i][k]), block.span.begin);
    if (owned[i].empty() && needs_owner(block))
      to.demand(is_section(to.bank, block) || is_label(to.bank, block), "nobody owns the block at {}",
                block.span.begin);
  }
}

}  // namespace

std::vector<std::string> broken_invariants(const Bank& bank, std::string_view bytes) {
  Examiner to{bank, bytes, {}};
  examine_tiling(to);
  for (const Block& block : bank.blocks) examine_block(to, block);
  Owned owned(bank.blocks.size());
  examine_questions(to, owned);
  own(to, owned, bank.furniture, "furniture");
  own(to, owned, bank.stray, "stray text");
  examine_owners(to, owned);
  for (const Fault& fault : bank.faults)
    to.demand(to.inside(to.file(), fault.span), "a fault of {} lies outside the file", fault.check);
  return to.broken;
}

}  // namespace quizlint::test
