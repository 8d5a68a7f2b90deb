#include "checks/structure/anchors.h"

#include "checks/links.h"
#include "formats/markdown/tag.h"
#include "text/ascii.h"
#include "text/utf8.h"

namespace quizlint {
namespace {

constexpr char32_t kVariation = 0xFE0F;  ///< shows the sign before it as an emoji; sites differ in keeping it
constexpr std::string_view kPrefix = "user-content-";

bool is_ascii_alnum(char32_t c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z');
}

bool keeps(char32_t c, AnchorRule rule) {
  if (c == kVariation || c >= kInvalid) return false;
  switch (rule) {
    case AnchorRule::literal: return true;
    case AnchorRule::kramdown: return is_ascii_alnum(c) || c == '-' || c == '_';
    default: return c == '-' || is_word(c);
  }
}

std::string without_runs(std::string_view anchor) {
  std::string out;
  for (const char c : anchor)
    if (c != '-' || (!out.empty() && out.back() != '-')) out += c;
  while (!out.empty() && out.back() == '-') out.pop_back();
  return out;
}

/// Strong underscores are shown or not, as the text around them has it: `__init__`.
std::string without_underscores(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text.substr(i).starts_with("__")) {
      ++i;
    } else {
      out += text[i];
    }
  }
  return out;
}

/// Takes `{#id}` or `{: #id}` off the end of a heading's text, and returns the id; "" where there is none.
std::string take_id(std::string& text) {
  const std::size_t open = text.rfind('{');
  if (open == std::string::npos || text.back() != '}') return {};
  std::size_t at = open + 1;
  while (at < text.size() && (text[at] == ':' || text[at] == ' ')) ++at;
  if (text[at] != '#') return {};
  const std::size_t end = text.find_first_of(" }", at);
  std::string id = text.substr(at + 1, end - at - 1);
  text.resize(open);
  while (!text.empty() && text.back() == ' ') text.pop_back();
  return id;
}

class Collector {
 public:
  Collector(const Bank& bank, AnchorRule rule) : bank_(bank), rule_(rule) {}

  Anchors take() {
    for (std::uint32_t i = 0; i < bank_.blocks.size(); ++i) add_block(i);
    return std::move(anchors_);
  }

 private:
  void add_block(std::uint32_t i) {
    const Block& block = bank_.blocks[i];
    for (const Inline& run : block.inlines) {
      if (run.kind != InlineKind::tag) continue;
      const std::string_view tag = slice(bank_.source, run.source);
      add(markdown::attribute(tag, "id"));
      if (run.target == "a") add(markdown::attribute(tag, "name"));
    }
    std::string text(trimmed(block.text.chars()));
    if (block.kind == BlockKind::paragraph && text.starts_with("{:")) add(take_id(text));
    if (block.kind != BlockKind::heading) return;
    add(take_id(text));
    add_heading(text);
    anchors_.headings.push_back({i, std::move(text), block.level});
  }

  void add(std::string_view id) {
    if (!id.empty()) anchors_.places.emplace(anchor_key(id), anchors_.headings.size());
  }

  void add_heading(std::string_view text) {
    const std::string base = anchor_of(text, rule_);
    const int seen = seen_[base]++;
    for (const char* sign : {"-", "_"})  // "_1" is Python-Markdown's second
      add(seen == 0 ? base : base + sign + std::to_string(seen));
    if (text.find("__") != std::string_view::npos) add(anchor_of(without_underscores(text), rule_));
  }

  const Bank& bank_;
  AnchorRule rule_;
  Anchors anchors_;
  std::unordered_map<std::string, int> seen_;
};

}  // namespace

std::string anchor_of(std::string_view text, AnchorRule rule) {
  std::string anchor;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = decode(text, at);
    at += point.size;
    const char32_t c = to_lower(point.value);
    if (rule == AnchorRule::kramdown && anchor.empty() && !is_ascii_letter(static_cast<char>(c < 0x80 ? c : 0)))
      continue;
    if (c == ' ') {
      anchor += '-';
    } else if (keeps(c, rule)) {
      append_utf8(anchor, c);
    }
  }
  return rule == AnchorRule::squeezed ? without_runs(anchor) : anchor;
}

std::string anchor_key(std::string_view target) {
  if (target.starts_with(kPrefix)) target.remove_prefix(kPrefix.size());
  const std::string bytes = percent_decoded(target);
  if (is_ascii(bytes)) return ascii_lower(bytes);
  std::string key;
  for (std::size_t at = 0; at < bytes.size();) {
    const CodePoint point = decode(bytes, at);
    if (point.value < kInvalid && point.value != kVariation) append_utf8(key, to_lower(point.value));
    at += point.size;
  }
  return key;
}

Anchors anchors_of(const Bank& bank, AnchorRule rule) {
  return Collector(bank, rule).take();
}

}  // namespace quizlint
