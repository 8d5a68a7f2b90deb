#include "formats/markdown/line.h"

#include "text/text.h"
#include "text/utf8.h"

namespace quizlint::markdown {
namespace {

bool blank_at(std::string_view line, std::size_t at) {
  return at >= line.size() || is_ascii_space(line[at]);
}

/// The list marker at `at`, or one of kind none. CommonMark allows nine digits.
Marker marker_at(std::string_view line, std::size_t at) {
  Marker marker;
  std::size_t end = at;
  while (end < line.size() && end - at < 9 && is_ascii_digit(line[end])) {
    marker.number = marker.number * 10 + static_cast<std::uint32_t>(line[end] - '0');
    ++end;
  }
  const bool numbered = end > at;
  if (end >= line.size() || !blank_at(line, end + 1)) return {};
  const std::string_view signs = numbered ? ".)" : "-*+";
  if (signs.find(line[end]) == std::string_view::npos) return {};
  marker.kind = numbered ? Marker::Kind::ordered : Marker::Kind::bullet;
  marker.sign = line[end];
  marker.source = {static_cast<Offset>(at), static_cast<Offset>(end + 1)};
  return marker;
}

bool only(std::string_view chars, std::string_view set) {
  return !chars.empty() && chars.find_first_not_of(set) == std::string_view::npos;
}

}  // namespace

Core core_of(std::string_view line, int items) {
  Core core;
  std::size_t at = 0;
  while (at < line.size()) {
    if (is_ascii_space(line[at]) || line[at] == '>') {
      ++at;
      continue;
    }
    const Marker marker = items > 0 ? marker_at(line, at) : Marker();
    if (marker.kind == Marker::Kind::none) break;
    core.marker = marker;
    at = marker.source.end;
    --items;
  }
  core.chars = trimmed(line.substr(at));
  return core;
}

bool is_blank(std::string_view line) {
  return trimmed(line).empty();
}

bool is_rule(std::string_view core) {
  int signs = 0;
  for (const char c : core) {
    if (c == ' ' || c == '\t') continue;
    if (c != core.front() || (c != '-' && c != '*' && c != '_')) return false;
    ++signs;
  }
  return signs >= 3;
}

bool is_underline(std::string_view core) {
  return only(core, "=") || only(core, "-");
}

bool is_table_delimiter(std::string_view core) {
  return only(core, "|-: \t") && core.find('-') != std::string_view::npos;
}

bool is_definition(std::string_view core) {
  return core.starts_with("[") && core.find("]:") != std::string_view::npos;
}

std::size_t fence_size(std::string_view core, char sign) {
  const std::size_t end = core.find_first_not_of(sign);
  const std::size_t size = end == std::string_view::npos ? core.size() : end;
  return size >= 3 ? size : 0;
}

bool closes_fence(std::string_view core, char sign, std::size_t size) {
  return fence_size(core, sign) >= size && only(core, {&sign, 1});
}

}  // namespace quizlint::markdown
