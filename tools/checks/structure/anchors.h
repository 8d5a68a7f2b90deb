#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "bank/bank.h"

namespace quizlint {

/// How a program that shows Markdown makes the name of a heading's anchor from the heading's text.
enum class AnchorRule : std::uint8_t {
  github,    ///< lower case; all but letters, digits, `_`, `-` dropped; blanks to `-` (html-pipeline's TOC filter)
  squeezed,  ///< the same with runs of `-` made one and none at the ends: GitLab, Python-Markdown
  kramdown,  ///< ASCII alone, and nothing before the first letter
  literal,   ///< punctuation kept, blanks to `-`: markdown-it-anchor
};
inline constexpr AnchorRule kAnchorRules[] = {AnchorRule::github, AnchorRule::squeezed, AnchorRule::kramdown,
                                              AnchorRule::literal};

/// The anchor of the first heading with this text.
std::string anchor_of(std::string_view text, AnchorRule rule = AnchorRule::github);

/// A link's target without its `#`, as anchors are compared: percent signs decoded, lower case, no `user-content-`.
std::string anchor_key(std::string_view target);

/// A heading of a file, and the text that its anchor is made of.
struct AnchorHeading {
  std::uint32_t block = 0;
  std::string text;
  std::uint8_t level = 0;
};

/// The places of a file that a link can lead to.
struct Anchors {
  std::vector<AnchorHeading> headings;
  /// By key; the index of the heading that stands there or follows, headings.size() behind the last.
  std::unordered_map<std::string, std::size_t> places;
};

/// Headings by a rule, with `-1` for the second of a name, and `id=`, `<a name=>`, `{#id}` as they are written.
Anchors anchors_of(const Bank& bank, AnchorRule rule);

}  // namespace quizlint
