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

/// A character to put in before another.
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

/// How many cells a row of a table has.
std::size_t cells_in(std::string_view row) {
  if (row.starts_with('|')) row.remove_prefix(1);
  if (row.ends_with('|') && !row.ends_with("\\|")) row.remove_suffix(1);
  std::size_t cells = 1;
  for (std::size_t i = 0; i < row.size(); ++i) {
    if (row[i] == '\\') {
      ++i;
    } else if (row[i] == '|') {
      ++cells;
    }
  }
  return cells;
}

/// Whether the line `above` may be the text of a paragraph that `row`, in the same container, goes on with.
bool goes_on(std::string_view above, std::string_view row) {
  const Core core = core_of(above, 9);
  if (core.chars.empty() || core.chars.starts_with('<') || is_rule(core.chars) || is_underline(core.chars))
    return false;
  if (heading_text(above) != std::string_view::npos) return false;
  const auto column = core.chars.data() - above.data();
  const bool inside = core_of(row, 0).chars.data() - row.data() >= column;
  return inside || (column < 4 && core.marker.kind == Marker::Kind::none);
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
  explicit Pads(std::string_view chars) : chars_(chars), lines_(chars) {
    for (std::size_t i = 0; i < lines_.count(); ++i) look_at(line(i), i);
  }
  /// In the order of their places.
  const std::vector<Pad>& found() const { return found_; }

 private:
  std::string_view line(std::size_t i) const { return slice(chars_, lines_.content(i)); }

  /// Whether a line is the first of a table.
  bool heads_table(std::string_view row, std::size_t i) const {
    if (table_ || i + 1 >= lines_.count() || row.find('|') == std::string_view::npos) return false;
    const std::string_view delimiter = core_of(line(i + 1), 0).chars;
    if (!is_table_delimiter(delimiter) || delimiter.find('|') == std::string_view::npos) return false;
    return cells_in(core_of(row, 9).chars) == cells_in(delimiter);
  }

  /// md4c asks for three dashes a column.
  void lengthen(std::string_view delimiter, Offset at) {
    constexpr std::size_t kDashes = 3;
    for (std::size_t i = 0; i < delimiter.size(); ++i) {
      if (delimiter[i] != '-') continue;
      std::size_t end = std::min(delimiter.find_first_not_of('-', i), delimiter.size());
      for (std::size_t size = end - i; size < kDashes; ++size) found_.push_back({at + static_cast<Offset>(i), '-'});
      i = end;
    }
  }

  void look_at(std::string_view line, std::size_t i) {
    if (fence_.sign != 0) return look_at_code(line, i);
    const Span span = lines_.content(i);
    const std::string_view core = core_of(line, 9).chars;
    const std::size_t title = heading_text(line);
    const bool heading = title != std::string_view::npos;
    fence_ = fence_of(core, span);
    if (table_ && (heading || fence_.sign != 0 || begins_html(core))) found_.push_back({span.begin, '\n'});
    if (heads_table(line, i)) {
      if (i > 0 && goes_on(this->line(i - 1), line)) found_.push_back({span.begin, '\n'});
      delimiter_ = i + 1;
    } else if (i > 0 && delimiter_ == i) {
      lengthen(line, span.begin);
    }
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

  std::string_view chars_;
  LineIndex lines_;
  Fence fence_;
  bool table_ = false;
  std::size_t delimiter_ = 0;  ///< the line below the first of the last table
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
