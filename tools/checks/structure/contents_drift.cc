#include <algorithm>
#include <map>
#include <set>
#include <string_view>

#include <fmt/format.h>

#include "checks/check.h"
#include "checks/passages.h"
#include "checks/structure/near_anchor.h"
#include "formats/wording.h"

namespace quizlint {
namespace {

constexpr CheckInfo kInfo = {
    .id = "structure/contents-drift",
    .severity = Severity::warning,
    .summary = "The table of contents and the headings disagree, or a link into the page leads nowhere.",
    .why =
        "Who reads a long bank jumps by its contents: an entry whose heading is gone leads to the top of the page, and "
        "a question that the contents do not list is not found. Anchors are those that GitHub makes of headings, with "
        "`id=`, `<a name=>` and `{#id}`; where most links of a page are dead under GitHub's rule, those of GitLab, "
        "kramdown and others are tried, and where these are dead as well, the page's anchors come from elsewhere and "
        "it is only told once, as info.",
    .bad =
        "# Locks\n\n- [What is a mutex?](#what-is-a-mutex)\n- [What is a spin lock?](#what-is-spin-lock)\n- [What is "
        "a deadlock?](#what-is-a-deadlock)\n\n## What is a mutex?\n\nA lock.\n\n## What is a spin lock?\n\nA lock "
        "that waits busily.\n\n## What is a deadlock?\n\nTwo threads that wait for each other.\n",
    .good =
        "# Locks\n\n- [What is a mutex?](#what-is-a-mutex)\n- [What is a spin lock?](#what-is-a-spin-lock)\n- [What is "
        "a deadlock?](#what-is-a-deadlock)\n\n## What is a mutex?\n\nA lock.\n\n## What is a spin lock?\n\nA lock "
        "that waits busily.\n\n## What is a deadlock?\n\nTwo threads that wait for each other.\n",
    .fix =
        "Leads a dead link to the anchor that was meant, where only one is near; lists a heading behind the one before "
        "it, and removes an entry whose heading is gone (both unsafe).",
};

/// Fewer different targets say nothing about the rule by which anchors are made.
constexpr std::size_t kEnoughTargets = 3;
/// Contents list a kind of heading where at most one in so many of them is missing.
constexpr std::size_t kListedShare = 4;
constexpr std::size_t kFewestHeadings = 5;

std::string_view text_of(const Bank& bank, const Link& link) {
  return slice(bank.blocks[link.block].text.chars(), link.chars);
}

void point_at(Fix& fix, const PageLink& link, std::string_view anchor) {
  const std::string_view target = link.link->target;
  const Span span = link.link->target_span;
  if (span.empty()) return;
  const auto sign = static_cast<Offset>(target.find('#'));
  fix.edits.push_back({{span.begin + sign + 1, span.end}, std::string(anchor)});
}

Related related(const Bank& bank, Span span, std::string message) {
  Related other;
  other.path = bank.path;
  other.span = span;
  other.message = std::move(message);
  return other;
}

/// The heading that an entry's text names, where its target is another one.
std::size_t named_instead(const Bank& bank, const Page& page, const PageLink& entry) {
  if (entry.place >= page.anchors.headings.size()) return kDead;
  const std::string named = anchor_of(trimmed(text_of(bank, *entry.link)), page.rule);
  const auto found = page.anchors.places.find(anchor_key(named));
  if (named.empty() || found == page.anchors.places.end() || found->second == entry.place ||
      found->second >= page.anchors.headings.size())
    return kDead;
  const std::string there = anchor_of(page.anchors.headings[entry.place].text, page.rule);
  return there == named ? kDead : found->second;
}

void settle_meanings(const Bank& bank, Page& page) {
  // A page may lead to one dead anchor below each of its questions.
  std::map<std::pair<std::string, std::string>, std::string> near;
  for (PageLink& link : page.links) {
    link.meant = link.place;
    if (link.place == kDead) {
      const auto [known, is_new] = near.try_emplace({std::string(link.key), std::string(text_of(bank, *link.link))});
      if (is_new) known->second = near_anchor(page, link.key, known->first.second).value_or("");
      link.near = known->second;
      if (!link.near.empty()) link.meant = page.anchors.places.at(link.near);
    } else if (link.entry) {
      const std::size_t named = named_instead(bank, page, link);
      if (named != kDead) link.meant = named;
    }
  }
}

using Targets = std::map<std::string_view, std::vector<const PageLink*>>;

Targets dead_targets(const Page& page) {
  Targets dead;
  for (const PageLink& link : page.links)
    if (link.place == kDead) dead[link.key].push_back(&link);
  return dead;
}

std::size_t count_targets(const Page& page) {
  std::set<std::string_view> targets;
  for (const PageLink& link : page.links)
    if (link.place != kTop) targets.insert(link.key);
  return targets.size();
}

void report_foreign(const BankContext& context, const Page& page, const Targets& dead, std::size_t all) {
  const auto first = std::ranges::find(page.links, kDead, &PageLink::place);
  Finding found = finding_in(context.bank, kInfo, first->link->source,
                             fmt::format("{} of the {} anchors that this page links to are not in it; its anchors may "
                                         "be made elsewhere, or its headings were renamed",
                                         dead.size(), all));
  found.severity = Severity::info;
  found.subject = "most anchors";
  context.report(std::move(found));
}

void report_misled(const BankContext& context, const Page& page, const PageLink& entry) {
  Finding found = finding_in(context.bank, kInfo, entry.link->source,
                             fmt::format("this entry leads to '{}', not to the heading that it names",
                                         page.anchors.headings[entry.place].text));
  found.subject = text_of(context.bank, *entry.link);
  const AnchorHeading& heading = page.anchors.headings[entry.meant];
  found.related.push_back(related(context.bank, context.bank.blocks[heading.block].span, "the heading that it names"));
  const std::string anchor = anchor_of(heading.text, page.rule);
  Fix fix{fmt::format("lead to '#{}'", anchor), Safety::safe, {}};
  point_at(fix, entry, anchor);
  if (!fix.edits.empty()) found.fixes.push_back(std::move(fix));
  context.report(std::move(found));
}

/// Headings of one kind: their level, and whether they ask.
using Kind = std::pair<int, bool>;
struct Tally {
  std::size_t listed = 0;
  std::vector<std::size_t> missing;
};

std::set<std::size_t> listed_by(const Page& page, const Contents& contents) {
  std::set<std::size_t> listed;
  for (const PageLink* entry : contents.entries)
    for (const std::size_t place : {entry->place, entry->meant})
      if (place < page.anchors.headings.size()) listed.insert(place);
  return listed;
}

/// The headings that the contents should list: those behind them, up to one that is shallower than all they list.
std::map<Kind, Tally> tally(const Bank& bank, const Page& page, const std::set<std::size_t>& listed,
                            std::uint32_t behind) {
  std::set<std::uint32_t> asking;
  for (const Question& question : bank.questions) asking.insert(question.stem.front().block);
  int level = 7;
  for (const std::size_t i : listed) level = std::min<int>(level, page.anchors.headings[i].level);
  std::set<std::string_view> titles;  // a title that stands twice is listed once, or twice with one anchor
  for (const std::size_t i : listed) titles.insert(page.anchors.headings[i].text);
  std::map<Kind, Tally> kinds;
  for (std::size_t i = 0; i < page.anchors.headings.size(); ++i) {
    const AnchorHeading& heading = page.anchors.headings[i];
    if (heading.block < behind || heading.text.empty() || is_boilerplate(heading.text)) continue;
    if (heading.level < level && i > *listed.rbegin()) break;
    Tally& kind = kinds[{heading.level, asking.contains(heading.block)}];
    if (listed.contains(i)) {
      ++kind.listed;
    } else if (!titles.contains(heading.text)) {
      kind.missing.push_back(i);
    }
  }
  return kinds;
}

/// The dead entry in whose place among the contents a heading is missing, or nullptr: it was renamed.
const PageLink* dead_entry_for(const Contents& contents, std::size_t heading) {
  const PageLink* dead = nullptr;
  for (const PageLink* entry : contents.entries) {
    if (entry->meant == kDead) {
      if (dead != nullptr) return nullptr;
      dead = entry;
    } else if (entry->meant > heading) {
      return dead;
    } else {
      dead = nullptr;
    }
  }
  return dead;
}

using Renamed = std::map<const PageLink*, std::size_t>;
using Listed = std::set<const PageLink*>;

/// Takes the headings that were renamed off those that are missing.
Renamed take_renamed(const Contents& contents, Tally& of) {
  Renamed renamed;
  std::erase_if(of.missing, [&](std::size_t heading) {
    const PageLink* dead = dead_entry_for(contents, heading);
    return dead != nullptr && renamed.emplace(dead, heading).second;
  });
  return renamed;
}

/// Whether the contents list this kind of headings, but for a few that are missing or renamed.
bool is_listed(const Tally& of, const Renamed& renamed) {
  const std::size_t all = of.listed + renamed.size() + of.missing.size();
  return all >= kFewestHeadings && of.listed * 2 >= all && of.missing.size() * kListedShare <= all;
}

/// The line of an entry that is an item of a bulleted list and holds nothing else, with its line end; else empty.
Span line_of_item(const Bank& bank, const PageLink& entry) {
  const Span link = entry.link->source;
  const std::size_t before = bank.source.rfind('\n', link.begin);
  const auto begin = static_cast<Offset>(link.begin == 0 || before == std::string_view::npos ? 0 : before + 1);
  const std::size_t end = bank.source.find('\n', link.end);
  if (end == std::string_view::npos) return {};
  const std::string_view head = trimmed(slice(bank.source, {begin, link.begin}));
  const std::string_view tail = trimmed(slice(bank.source, {link.end, static_cast<Offset>(end)}));
  if ((head != "-" && head != "*" && head != "+") || !tail.empty()) return {};
  return {begin, static_cast<Offset>(end + 1)};
}

/// Lists a heading behind the one before it, written as that is. Unsafe: some headings are left out on purpose.
std::optional<Fix> listing(const Bank& bank, const Page& page, const Contents& contents, std::size_t heading) {
  const PageLink* before = nullptr;
  for (const PageLink* entry : contents.entries)
    if (entry->meant < heading && (before == nullptr || entry->meant > before->meant)) before = entry;
  if (before == nullptr || page.anchors.headings[before->meant].level != page.anchors.headings[heading].level)
    return std::nullopt;
  const Span line = line_of_item(bank, *before);
  const Span target = before->link->target_span;
  const std::string& text = page.anchors.headings[heading].text;
  const std::string anchor = anchor_of(text, page.rule);
  const auto there = page.anchors.places.find(anchor_key(anchor));
  if (line.empty() || target.empty() || there == page.anchors.places.end() || there->second != heading ||
      text.find_first_of("[]<>`*_\\|&\n") != std::string::npos)
    return std::nullopt;
  const std::string_view written = slice(bank.source, line);
  const Offset open = before->link->source.begin - line.begin;
  if (written[open] != '[' || before->link->target.front() != '#') return std::nullopt;
  std::string entry(written.substr(0, open));
  entry += fmt::format("[{}](#{}){}", text, anchor, written.ends_with("\r\n") ? "\r\n" : "\n");
  return Fix{"List it", Safety::unsafe, {{{line.end, line.end}, std::move(entry)}}};
}

void report_missing(const BankContext& context, const Page& page, const Contents& contents, Renamed& renamed) {
  const std::set<std::size_t> listed = listed_by(page, contents);
  if (listed.empty()) return;
  std::map<Kind, Tally> kinds = tally(context.bank, page, listed, contents.entries.back()->link->block);
  for (auto& [kind, of] : kinds) {
    Renamed here = take_renamed(contents, of);
    if (!is_listed(of, here)) continue;
    renamed.merge(here);
    for (const std::size_t i : of.missing) {
      const AnchorHeading& heading = page.anchors.headings[i];
      const Span span = trimmed(context.bank.source, context.bank.blocks[heading.block].span);
      Finding found =
          finding_in(context.bank, kInfo, span,
                     fmt::format("the table of contents lists {} headings of this kind, but not this one", of.listed));
      if (context.bank.questions.empty()) found.severity = Severity::info;  // manuals leave headings out on purpose
      found.subject = heading.text;
      found.related.push_back(related(context.bank, contents.entries.front()->link->source, "the contents begin here"));
      if (auto fix = listing(context.bank, page, contents, i)) found.fixes.push_back(std::move(*fix));
      context.report(std::move(found));
    }
  }
}

/// How far the text of a line that begins here is indented; 0 behind the end.
std::size_t indent_at(std::string_view source, Offset at) {
  const std::size_t text = source.find_first_not_of(" \t", at);
  return text == std::string_view::npos ? 0 : text - at;
}

/// Takes entries of the contents out whose heading is gone, where each is a line of its own without entries below it.
/// Unsafe: the heading may live on under another name.
std::optional<Fix> unlisting(const Bank& bank, const std::vector<const PageLink*>& links, const Listed& listed) {
  Fix fix{"Remove it from the contents", Safety::unsafe, {}};
  for (const PageLink* link : links) {
    const Span line = line_of_item(bank, *link);
    if (!listed.contains(link) || line.empty() || indent_at(bank.source, line.end) > indent_at(bank.source, line.begin))
      return std::nullopt;
    fix.edits.push_back({line, ""});
  }
  return fix;
}

void report_dead(const BankContext& context, const Page& page, const std::vector<const PageLink*>& links,
                 const Renamed& renamed, const Listed& listed) {
  const PageLink& first = *links.front();
  Finding found = finding_in(context.bank, kInfo, first.link->source,
                             fmt::format("no heading of this page has the anchor '#{}'", first.key));
  if (links.size() > 1) found.message += fmt::format("; {} links lead there", links.size());
  found.subject = first.key;
  for (std::size_t i = 1; i < links.size(); ++i)
    found.related.push_back(related(context.bank, links[i]->link->source, "leads there, too"));
  std::string anchor = first.near;
  Safety safety = Safety::safe;
  if (const auto there = renamed.find(&first); there != renamed.end()) {
    const AnchorHeading& heading = page.anchors.headings[there->second];
    found.related.push_back(
        related(context.bank, context.bank.blocks[heading.block].span, "in its place stands this heading"));
    anchor = anchor_of(heading.text, page.rule);
    safety = Safety::unsafe;
  }
  if (!anchor.empty()) {
    Fix fix{fmt::format("lead to '#{}'", anchor), safety, {}};
    for (const PageLink* link : links) point_at(fix, *link, anchor);
    if (fix.edits.size() == links.size()) found.fixes.push_back(std::move(fix));
  } else if (auto fix = unlisting(context.bank, links, listed)) {
    found.fixes.push_back(std::move(*fix));
  }
  context.report(std::move(found));
}

void run(const BankContext& context) {
  const std::vector<Link> links = links_of(context.bank);
  Page page = page_of(context.bank, links);
  if (page.links.empty()) return;
  const Targets dead = dead_targets(page);
  const std::size_t all = count_targets(page);
  if (all >= kEnoughTargets && dead.size() * 2 > all) return report_foreign(context, page, dead, all);
  settle_meanings(context.bank, page);
  Renamed renamed;
  Listed listed;
  for (const Contents& contents : contents_of(context.bank, page)) {
    listed.insert(contents.entries.begin(), contents.entries.end());
    for (const PageLink* entry : contents.entries)
      if (entry->place != kDead && entry->meant != entry->place) report_misled(context, page, *entry);
    report_missing(context, page, contents, renamed);
  }
  for (const auto& [key, at] : dead) report_dead(context, page, at, renamed, listed);
}

}  // namespace

extern const BankCheck kContentsDrift;
const BankCheck kContentsDrift = {kInfo, run};

}  // namespace quizlint
