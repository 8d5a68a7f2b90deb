#include "formats/markdown/tiles.h"

#include "formats/markdown/line.h"
#include "text/lines.h"

namespace quizlint::markdown {
namespace {

constexpr int kNobody = -1;

/// Works out which leaf owns each line.
class Owners {
 public:
  Owners(const Text& text, std::vector<Leaf>& leaves)
      : chars_(text.chars()), lines_(text.chars()), leaves_(leaves), owner_(lines_.count(), kNobody) {}

  std::vector<int> find() {
    for (std::size_t i = 0; i < leaves_.size(); ++i) {
      if (leaves_[i].fence != 0) leaves_[i].block.closed = false;  // until its end is found
      claim_seen(i);
    }
    std::size_t next = 0;  // the first leaf that may own the next gap
    for (std::size_t line = 0; line < owner_.size();) {
      if (owner_[line] != kNobody) {
        next = static_cast<std::size_t>(owner_[line]) + 1;
        ++line;
        continue;
      }
      std::size_t end = line;
      while (end < owner_.size() && owner_[end] == kNobody) ++end;
      claim_gap(line, end, next);
      line = end;
    }
    return std::move(owner_);
  }

  const LineIndex& lines() const { return lines_; }

 private:
  std::string_view line(std::size_t i) const { return slice(chars_, lines_.content(i)); }

  void claim_seen(std::size_t i) {
    const Span seen = leaves_[i].seen;
    if (seen.empty()) return;
    const std::size_t last = lines_.line_of(seen.end - 1);
    for (std::size_t at = lines_.line_of(seen.begin); at <= last; ++at)
      if (owner_[at] == kNobody) owner_[at] = static_cast<int>(i);
  }

  /// The lines [begin, end) lie between the texts of leaf next - 1 and of the next leaf that has any.
  void claim_gap(std::size_t begin, std::size_t end, std::size_t next) {
    std::size_t at = begin;
    if (next > 0 && !opens_next(begin, end, next)) at = claim_tail(at, end, next - 1);
    while (at < end) {
      const bool placed = next < leaves_.size() && !leaves_[next].seen.empty();
      if (next >= leaves_.size() || (placed && leaves_[next].fence == 0)) return;
      const std::size_t found = find_start(at, end, next);
      if (found == end && placed) return;
      if (found < end) {
        owner_[found] = static_cast<int>(next);
        at = found + 1;
        if (placed) {
          while (at < end) owner_[at++] = static_cast<int>(next);  // blank lines at the top of a code block
          return;
        }
        if (leaves_[next].fence != 0) at = claim_tail(at, end, next);
      }
      ++next;
    }
  }

  /// Whether the only fence in the gap opens the next leaf, although it looks as if it closed the last one, whose
  /// container ended before.
  bool opens_next(std::size_t begin, std::size_t end, std::size_t next) {
    if (next >= leaves_.size() || leaves_[next].fence == 0) return false;
    if (leaves_[next - 1].fence != leaves_[next].fence) return false;  // each is closed by its own sign
    std::size_t fences = 0;
    for (std::size_t i = begin; i < end; ++i) fences += fence_size(core_of(line(i), 9).chars, leaves_[next].fence) > 0;
    if (fences == 1) leaves_[next - 1].block.closed = false;
    return fences == 1;
  }

  /// What follows the text of leaf `i` and is still its own: a closing fence, an underline, a delimiter row.
  std::size_t claim_tail(std::size_t at, std::size_t end, std::size_t i) {
    Leaf& leaf = leaves_[i];
    if (leaf.fence != 0) return claim_fence(at, end, i);
    if (at == end) return at;
    const std::string_view core = core_of(line(at), 0).chars;
    const bool underline = leaf.block.kind == BlockKind::heading && is_underline(core);
    const bool delimiter = leaf.block.kind == BlockKind::table && is_table_delimiter(core);
    if (underline || delimiter) owner_[at++] = static_cast<int>(i);
    return at;
  }

  std::size_t claim_fence(std::size_t at, std::size_t end, std::size_t i) {
    Leaf& leaf = leaves_[i];
    const std::size_t size = std::max<std::size_t>(3, fence_sizes_[i]);
    leaf.block.closed = false;
    for (std::size_t j = at; j < end; ++j) {
      if (!closes_fence(core_of(line(j), 0).chars, leaf.fence, size)) continue;
      leaf.block.closed = true;
      while (at <= j) owner_[at++] = static_cast<int>(i);
      return at;
    }
    // The container ended, or the file did: blank lines at the end are the code's own only in the latter case.
    return at;
  }

  /// The line in [at, end) where a leaf without text of its own begins, or `end`.
  std::size_t find_start(std::size_t at, std::size_t end, std::size_t i) {
    const Leaf& leaf = leaves_[i];
    const bool empty_item = leaf.fence == 0 && leaf.block.kind == BlockKind::paragraph;
    // A page of empty items is not gone through again for each of them.
    if (empty_item && end == none_until_ && leaf.items == none_of_) return end;
    if (empty_item) none_until_ = end, none_of_ = leaf.items;
    for (; at < end; ++at) {
      const std::string_view text = line(at);
      const std::string_view core = core_of(text, leaf.items).chars;
      const bool starts = leaf.fence != 0                           ? fence_size(core, leaf.fence) > 0
                          : leaf.block.kind == BlockKind::rule      ? is_rule(core)
                          : leaf.block.kind == BlockKind::heading   ? core.starts_with('#')
                          : leaf.block.kind == BlockKind::paragraph ? core.empty() && !core_of(text, 0).chars.empty()
                                                                    : !core.empty();
      if (!starts) continue;
      fence_sizes_[i] = fence_size(core, leaf.fence);
      if (empty_item) none_until_ = SIZE_MAX;
      return at;
    }
    return end;
  }

  std::string_view chars_;
  LineIndex lines_;
  std::vector<Leaf>& leaves_;
  std::vector<int> owner_;
  std::size_t none_until_ = SIZE_MAX;  // no empty item with so many marks begins before that line
  std::size_t none_of_ = 0;
  std::vector<std::size_t> fence_sizes_ = std::vector<std::size_t>(leaves_.size(), 0);
};

BlockKind kind_of_gap(std::string_view line) {
  return core_of(line, 0).chars.empty() ? BlockKind::blank : BlockKind::markup;
}

/// Collects runs of lines into blocks.
class Tiler {
 public:
  Tiler(const Text& text, Span span, std::vector<Leaf>& leaves) : text_(text), span_(span), leaves_(leaves) {}

  std::vector<Block> take(const std::vector<int>& owner, const LineIndex& lines) {
    for (std::size_t at = 0; at < owner.size();) {
      std::size_t end = at + 1;
      const BlockKind gap = kind_of_gap(slice(text_.chars(), lines.content(at)));
      while (end < owner.size() && owner[end] == owner[at] &&
             (owner[at] != kNobody || kind_of_gap(slice(text_.chars(), lines.content(end))) == gap))
        ++end;
      const Span chars{lines.full(at).begin, lines.full(end - 1).end};
      if (owner[at] == kNobody) {
        add_gap(gap, chars);
      } else {
        add_leaf(leaves_[static_cast<std::size_t>(owner[at])], chars, slice(text_.chars(), lines.content(at)));
      }
      at = end;
    }
    if (!blocks_.empty()) blocks_.back().span.end = span_.end;
    return std::move(blocks_);
  }

 private:
  /// Appends a tile that begins where the one before ended.
  Block& add(Block block, Span chars) {
    const Offset begin = blocks_.empty() ? span_.begin : blocks_.back().span.end;
    block.span = {begin, std::max(begin, text_.source(chars).end)};
    cut(block.text, block.span.end);
    // A link without text has its marks looked for, and they may be found in another block.
    std::erase_if(block.inlines, [&](const Inline& run) { return !block.span.covers(run.source); });
    blocks_.push_back(std::move(block));
    return blocks_.back();
  }

  /// Drops blank lines that md4c counts to a code block whose container ended before them.
  static void cut(Text& text, Offset end) {
    while (!text.empty() && text.pieces().back().source.end > end) {
      const Piece last = text.pieces().back();
      const bool whole = last.source.begin >= end || last.kind == PieceKind::escaped;
      text.truncate(whole ? last.chars.begin : last.chars.begin + (end - last.source.begin));
    }
  }

  void add_gap(BlockKind kind, Span chars) {
    if (text_.source(chars).empty()) return;  // padding
    Block block;
    block.kind = kind;
    if (kind == BlockKind::markup) block.text.append(text_, chars);
    add(std::move(block), chars);
  }

  void add_leaf(Leaf& leaf, Span chars, std::string_view first_line) {
    if (leaf.items > 0) {
      Marker marker = core_of(first_line, leaf.items).marker;
      marker.task = leaf.block.marker.task;
      // An item whose text begins on a later line than its mark (`- [x]`) has none here.
      if (marker.kind != Marker::Kind::none) marker.source = text_.source(marker.source.shifted(chars.begin));
      leaf.block.marker = marker.kind == Marker::Kind::none ? Marker{} : marker;
      leaf.items = 0;
    }
    add(std::move(leaf.block), chars);
  }

  const Text& text_;
  Span span_;
  std::vector<Leaf>& leaves_;
  std::vector<Block> blocks_;
};

}  // namespace

std::vector<Block> tiles_of(const Text& text, Span span, std::vector<Leaf> leaves) {
  Owners owners(text, leaves);
  const std::vector<int> owner = owners.find();
  return Tiler(text, span, leaves).take(owner, owners.lines());
}

}  // namespace quizlint::markdown
