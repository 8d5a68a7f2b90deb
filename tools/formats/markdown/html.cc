#include "formats/markdown/html.h"

#include <array>

#include "formats/markdown/tag.h"
#include "text/utf8.h"

namespace quizlint::markdown {
namespace {

/// A tag, a comment, or a run of characters between tags.
struct Token {
  Span chars;
  std::string name;  ///< "" for characters
  bool closed = true;
};

bool begins_tag(std::string_view html, std::size_t at) {
  if (html[at] != '<' || at + 1 >= html.size()) return false;
  const char next = html[at + 1];
  if (next == '/') return at + 2 < html.size() && is_ascii_letter(html[at + 2]);
  return is_ascii_letter(next) || next == '!' || next == '?';
}

/// Where the tag at `at` ends; quoted `>` do not end it. Where it never ends, the end of its line.
std::size_t tag_end(std::string_view html, std::size_t at, bool& closed) {
  closed = true;
  if (html.substr(at).starts_with("<!--")) {
    const std::size_t end = html.find("-->", at + 4);
    closed = end != std::string_view::npos;
    return closed ? end + 3 : html.size();
  }
  char quote = 0;
  for (std::size_t i = at + 1; i < html.size(); ++i) {
    if (quote != 0) {
      if (html[i] == quote) quote = 0;
    } else if (html[i] == '"' || html[i] == '\'') {
      quote = html[i];
    } else if (html[i] == '>') {
      return i + 1;
    }
  }
  closed = false;
  const std::size_t line = html.find('\n', at);
  return line == std::string_view::npos ? html.size() : line;
}

std::vector<Token> tokens_of(std::string_view html) {
  std::vector<Token> tokens;
  std::size_t run = 0;
  for (std::size_t at = 0; at < html.size();) {
    if (!begins_tag(html, at)) {
      ++at;
      continue;
    }
    if (at > run) tokens.push_back({{static_cast<Offset>(run), static_cast<Offset>(at)}, ""});
    Token token;
    const std::size_t end = tag_end(html, at, token.closed);
    token.chars = {static_cast<Offset>(at), static_cast<Offset>(end)};
    token.name = tag_name(html.substr(at, end - at));
    tokens.push_back(std::move(token));
    at = run = end;
  }
  if (html.size() > run) tokens.push_back({{static_cast<Offset>(run), static_cast<Offset>(html.size())}, ""});
  return tokens;
}

bool is_one_of(std::string_view name, std::initializer_list<std::string_view> names) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

std::string_view bare(std::string_view name) {
  return name.starts_with('/') ? name.substr(1) : name;
}

/// Tags that stand inside a line of text.
bool is_inline(std::string_view name) {
  return is_one_of(bare(name), {"a",      "abbr",   "b",   "big", "br",   "cite", "code", "del",  "em",    "font",
                                "i",      "img",    "ins", "kbd", "mark", "q",    "s",    "samp", "small", "span",
                                "strike", "strong", "sub", "sup", "tt",   "u",    "var",  "wbr"});
}

bool is_heading(std::string_view name) {
  return name.size() == 2 && name[0] == 'h' && name[1] >= '1' && name[1] <= '6';
}

/// The text of a run of HTML, read as Markdown inside: people write `code` and **bold** there too.
class Reader {
 public:
  explicit Reader(const Block& tile) : tile_(tile), html_(tile.text.chars()), tokens_(tokens_of(html_)) {}

  std::vector<Block> read() {
    for (next_ = 0; next_ < tokens_.size();) {
      const Token& token = tokens_[next_];
      if (token.name == "summary" || is_heading(token.name) || token.name == "pre") {
        read_element(token.name);
      } else if (is_one_of(token.name, {"script", "style"})) {
        add_markup(element_end(token.name));
      } else if (token.name.empty() || is_inline(token.name) || begins_item()) {
        read_run();
      } else {
        count_lists(token.name);
        add_markup(next_ + 1);
      }
    }
    if (!blocks_.empty()) blocks_.back().span.end = tile_.span.end;
    return std::move(blocks_);
  }

 private:
  struct HtmlList {
    bool ordered;
    std::uint32_t items = 0;
  };

  void count_lists(std::string_view name) {
    if (is_one_of(name, {"ul", "ol"})) lists_.push_back({name == "ol"});
    if (is_one_of(name, {"/ul", "/ol"}) && !lists_.empty()) lists_.pop_back();
  }

  bool is_run(std::size_t i) const { return tokens_[i].name.empty() || is_inline(tokens_[i].name); }
  bool is_space(std::size_t i) const {
    return tokens_[i].name.empty() && trimmed(slice(html_, tokens_[i].chars)).empty();
  }

  /// Whether the next token opens a list item that begins with text.
  bool begins_item() const {
    if (tokens_[next_].name != "li") return false;
    std::size_t first = next_ + 1;
    while (first < tokens_.size() && is_space(first)) ++first;
    return first < tokens_.size() && is_run(first);
  }

  /// What an item of a Markdown list has before its text.
  void mark_item(Block& block, const Token& tag) {
    if (lists_.empty()) lists_.push_back({false});
    HtmlList& list = lists_.back();
    block.list_depth = depth();
    block.marker.kind = list.ordered ? Marker::Kind::ordered : Marker::Kind::bullet;
    block.marker.sign = list.ordered ? '.' : '-';
    block.marker.number = ++list.items;
    block.marker.source = tile_.text.source(tag.chars);
  }

  std::uint8_t depth() const {
    return static_cast<std::uint8_t>(std::min<std::size_t>(tile_.list_depth + lists_.size(), 255));
  }

  /// The token behind the one that closes `name`, or behind its line's where nothing does.
  std::size_t element_end(std::string_view name) const {
    for (std::size_t i = next_ + 1; i < tokens_.size(); ++i) {
      if (tokens_[i].name.starts_with('/') && bare(tokens_[i].name) == name) return i + 1;
      if (tokens_[i].name == name || is_one_of(tokens_[i].name, {"/details", "details"})) return i;
    }
    return tokens_.size();
  }

  Block& add(BlockKind kind, Offset end) {
    Block block;
    block.kind = kind;
    block.quote_depth = tile_.quote_depth;
    block.list_depth = depth();
    const Offset begin = blocks_.empty() ? tile_.span.begin : blocks_.back().span.end;
    block.span = {begin, std::max(begin, tile_.text.source({end, end}).begin)};
    if (end == tile_.text.size()) block.span.end = tile_.span.end;
    if (blocks_.empty()) block.marker = tile_.marker;
    blocks_.push_back(std::move(block));
    return blocks_.back();
  }

  void add_tag(Block& block, const Token& token) {
    Inline tag{InlineKind::tag, {block.text.size(), block.text.size()}, tile_.text.source(token.chars), token.name};
    if (token.name == "img") {
      tag.kind = InlineKind::image;
      tag.target = attribute(slice(html_, token.chars), "src");
    }
    block.inlines.push_back(std::move(tag));
  }

  void add_markup(std::size_t end) {
    Block& block = add(BlockKind::markup, tokens_[end - 1].chars.end);
    for (; next_ < end; ++next_) {
      block.closed = block.closed && tokens_[next_].closed;
      block.text.append(tile_.text, tokens_[next_].chars);
      add_tag(block, tokens_[next_]);
    }
  }

  /// The characters of tokens [next_, end) into the block; inline tags become runs.
  void add_content(Block& block, std::size_t end, bool opaque) {
    int code = opaque ? 1 : 0;
    for (; next_ < end; ++next_) {
      const Token& token = tokens_[next_];
      if (token.name == "code" || token.name == "kbd") ++code;
      if (token.name == "/code" || token.name == "/kbd") --code;
      if (token.name == "br" && !block.text.empty())
        block.text.append("\n", tile_.text.source(token.chars), PieceKind::escaped);
      if (token.name.empty()) {
        add_characters(block, token.chars, code > 0);
      } else {
        add_tag(block, token);
      }
    }
  }

  void add_characters(Block& block, Span chars, bool opaque) {
    Text part = tile_.text.slice(chars);
    if (opaque) {
      block.text.append(part, {0, part.size()}, true);
      return;
    }
    // The first word of a run could be read as a list marker or a heading; a summary or paragraph is none of these.
    const Dialect dialect{.indented_code = false};
    Offset written = 0;
    for (Leaf& leaf : leaves_of(part, dialect)) {
      const Offset begin = leaf.seen.empty() ? written : leaf.block.text.empty() ? leaf.seen.begin : leaf.seen.begin;
      if (begin > written) block.text.append(part, {written, begin});
      for (Inline& run : leaf.block.inlines) {
        run.chars = run.chars.shifted(block.text.size());
        block.inlines.push_back(std::move(run));
      }
      block.text.append(leaf.block.text, {0, leaf.block.text.size()});
      written = std::max(written, leaf.seen.end);
    }
    if (written < part.size()) block.text.append(part, {written, part.size()});
  }

  void read_element(std::string name) {
    const std::size_t end = element_end(name);
    const BlockKind kind = name == "summary" ? BlockKind::summary
                           : name == "pre"   ? BlockKind::code
                                             : BlockKind::heading;
    Block& block = add(kind, tokens_[end - 1].chars.end);
    if (kind == BlockKind::heading) block.level = static_cast<std::uint8_t>(name[1] - '0');
    block.closed = bare(tokens_[end - 1].name) == name && end - 1 > next_;
    add_content(block, end, kind == BlockKind::code);
  }

  void read_run() {
    const Token& first = tokens_[next_];
    const bool item = first.name == "li";
    std::size_t end = item ? next_ + 1 : next_;
    bool seen = false;
    for (; end < tokens_.size() && is_run(end); ++end)
      seen = seen || (tokens_[end].name.empty() && !is_space(end)) || tokens_[end].name == "img";
    if (!seen) return add_markup(end);
    Block& block = add(BlockKind::paragraph, tokens_[end - 1].chars.end);
    if (item) mark_item(block, first);
    add_content(block, end, false);
  }

  const Block& tile_;
  std::string_view html_;
  std::vector<Token> tokens_;
  std::vector<Block> blocks_;
  std::vector<HtmlList> lists_;  ///< that are open
  std::size_t next_ = 0;
};

}  // namespace

std::vector<Block> html_tiles_of(const Block& tile) {
  return Reader(tile).read();
}

}  // namespace quizlint::markdown
