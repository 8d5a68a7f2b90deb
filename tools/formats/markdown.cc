#include "formats/markdown.h"

#include <optional>

#include "formats/markdown/fences.h"
#include "formats/markdown/html.h"
#include "formats/markdown/leaves.h"
#include "formats/markdown/line.h"
#include "formats/markdown/line_with_code.h"
#include "formats/markdown/padding.h"
#include "formats/markdown/tiles.h"
#include "formats/wording.h"
#include "text/lines.h"
#include "text/utf8.h"

namespace quizlint {
namespace {

using namespace markdown;

/// How often reading begins anew behind a fence that swallowed what follows; keeps a hostile file linear.
constexpr int kMostRestarts = 64;

/// The YAML between `---` lines at the top of a file; its first line must look like a key.
Offset front_matter_end(std::string_view chars) {
  if (!chars.starts_with("---\n") && !chars.starts_with("---\r\n")) return 0;
  const LineIndex lines(chars.substr(0, 1 << 16));
  for (std::size_t i = 1; i < lines.count(); ++i) {
    const std::string_view line = trimmed(slice(chars, lines.content(i)));
    if (i == 1 && line.find(':') == std::string_view::npos && !line.starts_with('#')) return 0;
    if (line == "---" || line == "...") return lines.full(i).end;
  }
  return 0;
}

void append(std::vector<Block>& to, std::vector<Block> more) {
  for (Block& block : more) to.push_back(std::move(block));
}

bool is_html(const Block& block) {
  return block.kind == BlockKind::markup && block.text.chars().find('<') != std::string::npos;
}

void cut_front(Block& block, Offset cut) {
  block.text = block.text.slice({cut, block.text.size()});
  for (Inline& run : block.inlines)
    run.chars = {std::max(run.chars.begin, cut) - cut, std::max(run.chars.end, cut) - cut};
}

/// A heading with a line above it too, as plain texts and reStructuredText draw it.
void mend_overline(Block& block) {
  if (block.kind != BlockKind::heading) return;
  const std::string_view chars = block.text.chars();
  const std::size_t end = chars.find_first_not_of("=-*#~ ");
  const std::size_t line = chars.find('\n');
  if (line == std::string_view::npos || line < 3 || end != line) return;
  cut_front(block, static_cast<Offset>(line + 1));
}

/// `##Title` without a blank is a heading to everybody but CommonMark.
void mend_heading(Block& block) {
  const std::string& chars = block.text.chars();
  if (chars.empty() || block.text.has_opaque({0, 1})) return;
  if (block.kind != BlockKind::paragraph || !chars.starts_with("##") || chars.find('\n') != std::string::npos) return;
  const std::size_t level = chars.find_first_not_of('#');
  if (level == std::string::npos || level > 6) return;
  block.kind = BlockKind::heading;
  block.level = static_cast<std::uint8_t>(level);
  cut_front(block, static_cast<Offset>(level));
}

/// `<h3>Title</h3>` on one line is a paragraph with tags to md4c, whose list of block tags lacks h2 to h6.
void mend_html_heading(Block& block) {
  if (block.kind != BlockKind::paragraph || block.inlines.empty()) return;
  const Inline& first = block.inlines.front();
  const bool opens = first.kind == InlineKind::tag && first.target.size() == 2 && first.target[0] == 'h' &&
                     first.target[1] >= '1' && first.target[1] <= '6' && first.chars.begin == 0;
  if (!opens) return;
  const std::string closing = std::string("/").append(first.target);
  for (const Inline& run : block.inlines) {
    if (run.kind != InlineKind::tag || run.target != closing) continue;
    if (!trimmed(block.text.chars().substr(run.chars.begin)).empty()) return;
    block.level = static_cast<std::uint8_t>(first.target[1] - '0');
    block.kind = BlockKind::heading;
    return;
  }
}

/// Counts the open <details> for each block.
void nest_details(std::vector<Block>& blocks) {
  int depth = 0;
  for (Block& block : blocks) {
    block.details_depth = static_cast<std::uint8_t>(std::clamp(depth, 0, 255));
    for (const Inline& run : block.inlines) {
      if (run.kind != InlineKind::tag) continue;
      if (run.target == "details") ++depth;
      if (run.target == "/details") depth = std::max(0, depth - 1);
    }
  }
}

/// Whether the numbered questions of a page are all indented, as word processors copy their lists: "\t1.\tWhat …".
/// CommonMark would have code of them.
bool indents_questions(std::string_view chars) {
  constexpr std::size_t kSeveral = 3;
  const LineIndex lines(chars);
  std::size_t asking = 0;
  bool fenced = false;
  for (std::size_t i = 0; i < lines.count(); ++i) {
    const std::string_view line = slice(chars, lines.content(i));
    const std::size_t indent = std::min(line.find_first_not_of(" \t"), line.size());
    const std::string_view text = line.substr(indent);
    if (text.starts_with("```") || text.starts_with("~~~")) fenced = !fenced;
    const std::size_t digits = std::min(text.find_first_not_of("0123456789"), text.size());
    const bool numbered = digits > 0 && digits < 5 && digits + 1 < text.size() &&
                          (text[digits] == '.' || text[digits] == ')') && is_ascii_space(text[digits + 1]);
    const bool bullet = text.size() > 1 && (text[0] == '-' || text[0] == '*' || text[0] == '+') && text[1] == ' ';
    if (fenced || (!numbered && !bullet)) continue;
    const bool deep = indent >= 4 || line.starts_with('\t');
    if (!deep) return false;
    asking += numbered && question_likeness(text.substr(digits + 1)) >= 0.8;
  }
  return asking >= kSeveral;
}

/// Whether tags are indented as in a page of HTML: what is indented there is no code.
bool is_html_page(std::string_view chars) {
  constexpr std::size_t kSeveral = 4;
  const LineIndex lines(chars);
  std::size_t tags = 0;
  std::size_t others = 0;
  for (std::size_t i = 0; i < lines.count(); ++i) {
    const std::string_view line = slice(chars, lines.content(i));
    const std::size_t indent = std::min(line.find_first_not_of(" \t"), line.size());
    const std::string_view text = line.substr(indent);
    if ((indent < 4 && !line.starts_with('\t')) || text.empty()) continue;
    const bool tag = text.starts_with('<') && text.find('>') != std::string_view::npos;
    tags += tag;
    others += !tag;
  }
  return tags >= kSeveral && tags > others;
}

struct Part {
  Text text;
  Span span;
};

Part part_of(const Text& text, Span span, Offset from) {
  Text rest = text.slice({from, text.size()});
  const Offset begin = text.source({from, from}).begin;
  return {std::move(rest), {std::max(begin, span.begin), span.end}};
}

}  // namespace

std::vector<Block> read_markdown(const Text& text, Span span, const MarkdownOptions& options) {
  std::vector<Block> blocks;
  if (std::optional<Block> line = line_with_code(text, span)) {
    blocks.push_back(std::move(*line));
    return blocks;
  }
  Part part{text, span};
  if (const Offset end = front_matter_end(text.chars()); end > 0) {
    Block block;
    block.kind = BlockKind::front_matter;
    block.text = text.slice({0, end});
    part = part_of(text, span, end);
    block.span = {span.begin, end == text.size() ? span.end : part.span.begin};
    blocks.push_back(std::move(block));
    if (end == text.size()) return blocks;
  }
  const bool indents = indents_questions(text.chars()) || is_html_page(text.chars());
  const Dialect dialect{.indented_code = !options.plain_text && !indents};
  for (int restarts = 0;; ++restarts) {
    part.text = padded(std::move(part.text));
    std::vector<Block> tiles = tiles_of(part.text, part.span, leaves_of(part.text, dialect));
    const std::optional<Offset> cut = restarts < kMostRestarts ? resume_after_fence(tiles, part.text) : std::nullopt;
    if (!cut) {
      append(blocks, std::move(tiles));
      break;
    }
    part = part_of(part.text, part.span, *cut);
    append(blocks, std::move(tiles));
    blocks.back().span.end = part.span.begin;
  }
  std::vector<Block> split;
  for (Block& block : blocks) {
    if (is_html(block)) {
      append(split, html_tiles_of(block));
    } else {
      mend_overline(block);
      mend_heading(block);
      mend_html_heading(block);
      split.push_back(std::move(block));
    }
  }
  if (split.empty() && !span.empty()) split.push_back({.kind = BlockKind::blank, .span = span});
  nest_details(split);
  return split;
}

}  // namespace quizlint
