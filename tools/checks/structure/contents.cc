#include "checks/structure/contents.h"

#include "text/utf8.h"

namespace quizlint {
namespace {

/// Fewer entries are a few links and no table of contents.
constexpr std::size_t kFewestEntries = 5;
/// How many blocks with text may stand between two entries: the title of a group.
constexpr std::uint32_t kWidestGap = 2;
/// What else than its link an entry may say, in bytes: a number, a mark.
constexpr Offset kEntryRest = 12;

std::string_view file_name(std::string_view path) {
  return path.substr(path.rfind('/') + 1);
}

/// What a target names in this file, without its `#`; nullopt where it leads elsewhere.
std::optional<std::string_view> fragment_of(std::string_view target, std::string_view path) {
  const std::size_t sign = target.find('#');
  if (sign == std::string_view::npos) return std::nullopt;
  std::string_view file = target.substr(0, sign);
  if (file.starts_with("./")) file.remove_prefix(2);
  if (!file.empty() && file != file_name(path)) return std::nullopt;
  return target.substr(sign + 1);
}

/// The part of a block's text between line ends and cell ends that holds `chars`.
Span line_of(std::string_view text, Span chars) {
  const std::size_t before = chars.begin == 0 ? std::string_view::npos : text.find_last_of("\n\t", chars.begin - 1);
  const std::size_t after = text.find_first_of("\n\t", chars.end);
  return {static_cast<Offset>(before == std::string_view::npos ? 0 : before + 1),
          static_cast<Offset>(std::min(after, text.size()))};
}

bool is_entry(const Bank& bank, const Link& link) {
  const Block& block = bank.blocks[link.block];
  if (link.image || link.chars.empty() || block.kind == BlockKind::heading || block.kind == BlockKind::summary)
    return false;
  const Span line = trimmed(block.text.chars(), line_of(block.text.chars(), link.chars));
  return line.size() <= link.chars.size() + kEntryRest;
}

std::size_t place_of(const Anchors& anchors, const std::string& key) {
  const auto found = anchors.places.find(key);
  if (found != anchors.places.end()) return found->second;
  return key.empty() || key == "top" || key == "readme" ? kTop : kDead;
}

std::size_t distinct_alive(const Anchors& anchors, const std::vector<PageLink>& links) {
  std::unordered_map<std::string_view, bool> alive;
  for (const PageLink& link : links)
    if (place_of(anchors, link.key) != kDead) alive[link.key] = true;
  return alive.size();
}

bool shows_text(const Block& block) {
  return block.kind != BlockKind::blank && block.kind != BlockKind::markup;
}

}  // namespace

Page page_of(const Bank& bank, const std::vector<Link>& links) {
  Page page;
  for (const Link& link : links)
    if (const auto fragment = fragment_of(link.target, bank.path); fragment && !link.image)
      page.links.push_back({&link, anchor_key(*fragment), kDead, is_entry(bank, link)});
  if (page.links.empty()) return page;
  std::size_t most = 0;
  for (const AnchorRule rule : kAnchorRules) {
    Anchors anchors = anchors_of(bank, rule);
    const std::size_t alive = distinct_alive(anchors, page.links);
    if (rule != AnchorRule::github && alive <= most) continue;
    most = alive;
    page.rule = rule;
    page.anchors = std::move(anchors);
  }
  for (PageLink& link : page.links) link.place = place_of(page.anchors, link.key);
  return page;
}

std::vector<Contents> contents_of(const Bank& bank, const Page& page) {
  std::vector<Contents> all;
  std::uint32_t last = 0;  // the block of the last entry
  for (const PageLink& link : page.links) {
    const std::uint32_t block = link.link->block;
    const bool down = link.place == kDead ||
                      (link.place < page.anchors.headings.size() && page.anchors.headings[link.place].block > block);
    if (!link.entry || !down) continue;
    std::uint32_t gap = 0;
    for (std::uint32_t i = last + 1; i < block; ++i) gap += shows_text(bank.blocks[i]);
    if (all.empty() || gap > kWidestGap) all.emplace_back();
    all.back().entries.push_back(&link);
    last = block;
  }
  std::erase_if(all, [](const Contents& contents) { return contents.entries.size() < kFewestEntries; });
  return all;
}

}  // namespace quizlint
