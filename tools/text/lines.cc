#include "text/lines.h"

#include <algorithm>
#include <iterator>

#include "text/utf8.h"

namespace quizlint {

LineIndex::LineIndex(std::string_view bytes) : bytes_(bytes) {
  if (bytes.empty()) return;
  starts_.push_back(0);
  for (std::size_t at = bytes.find('\n'); at != std::string_view::npos; at = bytes.find('\n', at + 1))
    if (at + 1 < bytes.size()) starts_.push_back(static_cast<Offset>(at + 1));
  mark_long_lines();
}

void LineIndex::mark_long_lines() {
  constexpr Offset kStep = 4096;
  for (std::size_t line = 0; line < starts_.size(); ++line) {
    const Span whole = full(line);
    Mark mark{whole.begin, 0};
    while (whole.end - mark.at > kStep) {
      Offset next = mark.at + kStep;
      while (next < whole.end && (static_cast<unsigned char>(bytes_[next]) & 0xC0) == 0x80) ++next;
      mark = {next, mark.points + count_code_points(slice(bytes_, {mark.at, next}))};
      marks_.push_back(mark);
    }
  }
}

std::size_t LineIndex::line_of(Offset at) const {
  const auto after = std::upper_bound(starts_.begin(), starts_.end(), at);
  return after == starts_.begin() ? 0 : static_cast<std::size_t>(after - starts_.begin()) - 1;
}

Span LineIndex::full(std::size_t line) const {
  const Offset end = line + 1 < starts_.size() ? starts_[line + 1] : static_cast<Offset>(bytes_.size());
  return {starts_[line], end};
}

Span LineIndex::content(std::size_t line) const {
  Span span = full(line);
  if (span.empty() || bytes_[span.end - 1] != '\n') return span;
  --span.end;
  if (!span.empty() && bytes_[span.end - 1] == '\r') --span.end;
  return span;
}

Position LineIndex::position(Offset at) const {
  if (starts_.empty()) return {};
  const std::size_t line = line_of(at);
  at = std::min(at, static_cast<Offset>(bytes_.size()));
  const auto after = std::upper_bound(marks_.begin(), marks_.end(), at,
                                      [](Offset value, const Mark& mark) { return value < mark.at; });
  Mark from{starts_[line], 0};
  if (after != marks_.begin() && std::prev(after)->at > from.at) from = *std::prev(after);
  return {static_cast<Offset>(line + 1), from.points + count_code_points(slice(bytes_, {from.at, at})) + 1};
}

}  // namespace quizlint
