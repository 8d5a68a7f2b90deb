#include "checks/links.h"

#include "formats/markdown/tag.h"
#include "text/utf8.h"

namespace quizlint {
namespace {

/// Where the target stands in a link's bytes: behind the text, before a title, each of which may repeat it.
Span find_target(const Bank& bank, Span source, std::string_view target) {
  const std::string_view link = slice(bank.source, source);
  std::size_t at = std::string_view::npos;
  if (!target.empty()) {
    const std::size_t text = link.rfind("](");
    const std::size_t tag = std::min(link.find("href="), link.find("src="));
    at = link.starts_with('<') && tag != link.npos ? link.find(target, tag)
         : text != link.npos                       ? link.find(target, text)
                                                   : link.rfind(target);
  }
  if (at == std::string_view::npos) return {};
  const Offset begin = source.begin + static_cast<Offset>(at);
  return {begin, begin + static_cast<Offset>(target.size())};
}

int hex_digit(char c) {
  if (is_ascii_digit(c)) return c - '0';
  const char lower = ascii_lower(c);
  return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

bool is_link(const Inline& run) {
  return run.kind == InlineKind::link || run.kind == InlineKind::image ||
         (run.kind == InlineKind::tag && run.target == "a");
}

/// The characters of an HTML link end where the next closing tag stands.
Span html_link_chars(const Block& block, std::size_t at) {
  constexpr std::size_t kNear = 64;  // runs inside one link; keeps a page of unclosed links linear
  for (std::size_t i = at + 1; i < std::min(block.inlines.size(), at + kNear); ++i)
    if (block.inlines[i].kind == InlineKind::tag && block.inlines[i].target == "/a")
      return {block.inlines[at].chars.begin, block.inlines[i].chars.begin};
  return block.inlines[at].chars;
}

}  // namespace

std::string percent_decoded(std::string_view target) {
  std::string bytes;
  for (std::size_t i = 0; i < target.size(); ++i) {
    const int high = target[i] == '%' && i + 2 < target.size() ? hex_digit(target[i + 1]) : -1;
    const int low = high >= 0 ? hex_digit(target[i + 2]) : -1;
    bytes += low >= 0 ? static_cast<char>(high * 16 + low) : target[i];
    if (low >= 0) i += 2;
  }
  return bytes;
}

std::vector<Link> links_of(const Bank& bank) {
  std::vector<Link> links;
  for (std::uint32_t i = 0; i < bank.blocks.size(); ++i) {
    const Block& block = bank.blocks[i];
    if (block.kind == BlockKind::field || block.quoting != Quoting::none) continue;
    for (std::size_t k = 0; k < block.inlines.size(); ++k) {
      const Inline& run = block.inlines[k];
      if (!is_link(run)) continue;
      const bool tag = run.kind == InlineKind::tag;
      const std::string target =
          tag ? std::string(markdown::attribute(slice(bank.source, run.source), "href")) : run.target;
      links.push_back({i, tag ? html_link_chars(block, k) : run.chars, run.source, target,
                       find_target(bank, run.source, target), run.kind == InlineKind::image});
    }
  }
  return links;
}

}  // namespace quizlint
