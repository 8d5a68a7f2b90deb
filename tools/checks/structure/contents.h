#pragma once

#include <vector>

#include "checks/links.h"
#include "checks/structure/anchors.h"

namespace quizlint {

/// A link into the file that it stands in.
struct PageLink {
  const Link* link = nullptr;
  std::string key;        ///< what it leads to, as anchors are compared
  std::size_t place = 0;  ///< index of the heading there; kDead where there is none, kTop for the file's top
  bool entry = false;     ///< it is all that its line or cell says
  std::string near;       ///< of a dead link the anchor that was meant; "" where none is near
  std::size_t meant = 0;  ///< where it should lead: the heading that is near, or that an entry's text names; else place
};
inline constexpr std::size_t kDead = static_cast<std::size_t>(-1);
inline constexpr std::size_t kTop = static_cast<std::size_t>(-2);

/// A table of contents: entries that follow each other and lead down the page.
struct Contents {
  std::vector<const PageLink*> entries;
};

/// The links of a file into itself by the anchors of the rule under which most of them lead somewhere.
struct Page {
  Anchors anchors;
  AnchorRule rule = AnchorRule::github;
  std::vector<PageLink> links;
};

/// `links` must outlive the page.
Page page_of(const Bank& bank, const std::vector<Link>& links);
std::vector<Contents> contents_of(const Bank& bank, const Page& page);

}  // namespace quizlint
