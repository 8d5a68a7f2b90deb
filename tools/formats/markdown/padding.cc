#include "formats/markdown/padding.h"

#include <algorithm>
#include <array>
#include <vector>

#include "formats/markdown/line.h"
#include "formats/markdown/tag.h"
#include "text/lines.h"
#include "text/utf8.h"

namespace quizlint::markdown {
namespace {

/// White space to put in before a character.
struct Pad {
  Offset place;
  char sign;
};

struct Fence {
  char sign = 0;  ///< 0 where none is open
  std::size_t size = 0;
  Span line;
};

Fence fence_of(std::string_view core, Span line) {
  for (const char sign : {'`', '~'})
    if (const std::size_t size = fence_size(core, sign); size >= 3) return {sign, size, line};
  return {};
}

/// Where the text of an ATX heading begins in its line, npos where the line is none.
std::size_t heading_text(std::string_view line) {
  const std::string_view core = core_of(line, 9).chars;
  const std::size_t level = core.find_first_not_of('#');
  if (level == 0 || level == std::string_view::npos || level > 6) return std::string_view::npos;
  const std::size_t text = core.find_first_not_of(" \t", level);
  if (text == level || text == std::string_view::npos) return std::string_view::npos;
  return static_cast<std::size_t>(core.data() - line.data()) + text;
}

/// Where a blank is missing behind the marks of a heading, npos where none is: "###2. Why?" is one to everybody but
/// CommonMark; a single mark is one only before a question, else it may begin a tag, a colour or a comment.
std::size_t missing_blank(std::string_view line) {
  const std::string_view core = core_of(line, 9).chars;
  const std::size_t level = core.find_first_not_of('#');
  if (level == 0 || level == std::string_view::npos || level > 6) return std::string_view::npos;
  if (core[level] == ' ' || core[level] == '\t' || core[level] == '\r') return std::string_view::npos;
  const bool asks = trimmed(core).ends_with('?') && core.find(' ') != std::string_view::npos;
  if (level == 1 && !asks) return std::string_view::npos;
  return static_cast<std::size_t>(core.data() - line.data()) + level;
}

/// The tags of questions and answers among those that begin an HTML block (CommonMark 4.6, start condition 6).
bool begins_html(std::string_view core) {
  constexpr std::array<std::string_view, 8> kTags = {"details", "summary", "div", "p", "center", "table", "ul", "ol"};
  if (!core.starts_with('<')) return false;
  const std::string name = tag_name(core);
  const std::string_view bare = std::string_view(name).substr(name.starts_with('/') ? 1 : 0);
  return std::ranges::find(kTags, bare) != kTags.end();
}

class Pads {
 public:
  explicit Pads(std::string_view chars) : lines_(chars) {
    for (std::size_t i = 0; i < lines_.count(); ++i) look_at(slice(chars, lines_.content(i)), i);
  }
  /// In the order of their places.
  const std::vector<Pad>& found() const { return found_; }

 private:
  void look_at(std::string_view line, std::size_t i) {
    if (fence_.sign != 0) return look_at_code(line, i);
    const Span span = lines_.content(i);
    const std::string_view core = core_of(line, 9).chars;
    const std::size_t title = heading_text(line);
    const bool heading = title != std::string_view::npos;
    fence_ = fence_of(core, span);
    if (table_ && (heading || fence_.sign != 0 || begins_html(core))) found_.push_back({span.begin, '\n'});
    table_ = is_table_delimiter(core) || (table_ && core.find('|') != std::string_view::npos);
    const Offset at = span.begin + static_cast<Offset>(title);
    if (heading) move_on(at, at);
    if (const std::size_t marks = missing_blank(line);
        !heading && fence_.sign == 0 && marks != std::string_view::npos) {
      const Offset text = span.begin + static_cast<Offset>(marks);
      found_.push_back({text, ' '});
      move_on(text, text);
    }
  }

  void look_at_code(std::string_view line, std::size_t i) {
    if (!closes_fence(core_of(line, 0).chars, fence_.sign, fence_.size)) return;
    move_on(lines_.content(i - 1).end, fence_.line.end);
    fence_ = {};
  }

  /// A line that stands at `at` moves on by a blank at `place` if md4c would take its offset for an item.
  void move_on(Offset at, Offset place) {
    constexpr Offset kItem = 4, kTypes = 256;
    if ((at + found_.size()) % kTypes == kItem) found_.push_back({place, ' '});
  }

  LineIndex lines_;
  Fence fence_;
  bool table_ = false;
  std::vector<Pad> found_;
};

}  // namespace

Text padded(Text text) {
  const Pads pads(text.chars());
  if (pads.found().empty()) return text;
  Text result;
  Offset at = 0;
  for (const Pad& pad : pads.found()) {
    result.append(text, {at, pad.place});
    result.append_made_up({&pad.sign, 1});
    at = pad.place;
  }
  result.append(text, {at, text.size()});
  return result;
}

}  // namespace quizlint::markdown
