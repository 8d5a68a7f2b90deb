#include "formats/markdown/padding.h"

#include <vector>

#include "formats/markdown/line.h"
#include "text/lines.h"

namespace quizlint::markdown {
namespace {

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

/// Collects the places, ascending, before which a blank goes.
class Places {
 public:
  explicit Places(std::string_view chars) : lines_(chars) {
    for (std::size_t i = 0; i < lines_.count(); ++i) look_at(slice(chars, lines_.content(i)), i);
  }
  const std::vector<Offset>& found() const { return found_; }

 private:
  void look_at(std::string_view line, std::size_t i) {
    const Span span = lines_.content(i);
    if (fence_.sign == 0) {
      fence_ = fence_of(core_of(line, 9).chars, span);
      const std::size_t text = fence_.sign == 0 ? heading_text(line) : std::string_view::npos;
      if (text == std::string_view::npos) return;
      const Offset at = span.begin + static_cast<Offset>(text);
      keep_apart(at, at);
    } else if (closes_fence(core_of(line, 0).chars, fence_.sign, fence_.size)) {
      keep_apart(lines_.content(i - 1).end, fence_.line.end);
      fence_ = {};
    }
  }

  /// A line that stands at `at` moves on by a blank at `place`.
  void keep_apart(Offset at, Offset place) {
    constexpr Offset kItem = 4, kTypes = 256;
    const auto shift = static_cast<Offset>(found_.size());
    if ((at + shift) % kTypes == kItem) found_.push_back(place);
  }

  LineIndex lines_;
  Fence fence_;
  std::vector<Offset> found_;
};

}  // namespace

Text padded(Text text) {
  const Places places(text.chars());
  if (places.found().empty()) return text;
  Text result;
  Offset at = 0;
  for (const Offset place : places.found()) {
    result.append(text, {at, place});
    result.append_made_up(" ");
    at = place;
  }
  result.append(text, {at, text.size()});
  return result;
}

}  // namespace quizlint::markdown
