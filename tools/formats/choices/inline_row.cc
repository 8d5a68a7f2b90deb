#include "formats/choices/inline_row.h"

#include "text/utf8.h"

namespace quizlint {
namespace {

constexpr std::size_t kFewest = 3;

/// A letter with a bracket or, if it is a capital, a dot: `(a) `, `b) `, `C. `.
struct Label {
  char first = 0;  ///< what the row's first label would be: `a` or `A`
  char sign = 0;
  bool open = false;
  std::size_t rank = 0;
};

Label label_at(std::string_view chars, std::size_t at) {
  Label label;
  label.open = chars[at] == '(';
  at += label.open;
  if (at + 2 >= chars.size() || !is_ascii_letter(chars[at]) || chars[at + 2] != ' ') return {};
  const char letter = chars[at];
  label.first = letter >= 'a' ? 'a' : 'A';
  label.sign = chars[at + 1];
  label.rank = static_cast<std::size_t>(letter - label.first) + 1;
  const bool sign = label.sign == ')' || (label.sign == '.' && label.first == 'A' && !label.open);
  return sign && label.rank <= 8 ? label : Label();
}

bool alike(const Label& a, const Label& b) {
  return a.first == b.first && a.sign == b.sign && a.open == b.open;
}

void add_row(const Text& text, Span line, std::vector<Offset>& breaks) {
  const std::string& chars = text.chars();
  std::vector<Offset> row;
  Label last;
  for (Offset at = line.begin; at + 2 < line.end; ++at) {
    if (at > line.begin && chars[at - 1] != ' ') continue;
    const Label label = label_at(std::string_view(chars).substr(0, line.end), at);
    const bool next = label.rank == row.size() + 1 && (row.empty() || alike(label, last));
    if (!next || text.has_opaque({at, at + 1})) continue;
    row.push_back(at);
    last = label;
  }
  if (row.size() < kFewest) return;
  for (const Offset at : row)
    if (at > line.begin) breaks.push_back(at);
}

}  // namespace

std::vector<Offset> inline_choices(const Text& text) {
  std::vector<Offset> breaks;
  const std::string& chars = text.chars();
  for (Offset begin = 0; begin < chars.size();) {
    const auto end = static_cast<Offset>(std::min(chars.find('\n', begin), chars.size()));
    add_row(text, {begin, end}, breaks);
    begin = end + 1;
  }
  return breaks;
}

}  // namespace quizlint
