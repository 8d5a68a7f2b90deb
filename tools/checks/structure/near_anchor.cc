#include "checks/structure/near_anchor.h"

#include <algorithm>
#include <functional>
#include <vector>

#include "text/utf8.h"

namespace quizlint {
namespace {

constexpr std::size_t kMostEdits = 2;
/// Shorter anchors are near to many things.
constexpr std::size_t kShortestForEdits = 10;

/// Letters and digits alone, less the number in front where there is one.
std::string bare(std::string_view key, bool numbered) {
  std::string out;
  for (std::size_t at = 0; at < key.size();) {
    const CodePoint point = decode(key, at);
    if (is_word(point.value) && point.value != '_') append_utf8(out, point.value);
    at += point.size;
  }
  const std::size_t letter = out.find_first_not_of("0123456789");
  return numbered || letter == std::string::npos ? out : out.substr(letter);
}

/// Levenshtein's distance of bytes, or kMostEdits + 1 where it is more.
std::size_t edits_between(std::string_view a, std::string_view b) {
  if (a.size() > b.size() + kMostEdits || b.size() > a.size() + kMostEdits) return kMostEdits + 1;
  std::vector<std::size_t> row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t changed = diagonal + (a[i - 1] != b[j - 1]);
      diagonal = row[j];
      row[j] = std::min({row[j] + 1, row[j - 1] + 1, changed});
    }
  }
  return std::min(row[b.size()], kMostEdits + 1);
}

/// The only name of a heading that fits, or nothing.
std::optional<std::string> only(const Page& page, const std::function<bool(const std::string&)>& fits) {
  std::optional<std::string> found;
  for (const auto& [name, place] : page.anchors.places) {
    if (place >= page.anchors.headings.size() || !fits(name)) continue;
    if (found) return std::nullopt;
    found = name;
  }
  return found;
}

}  // namespace

std::optional<std::string> near_anchor(const Page& page, std::string_view key, std::string_view text) {
  if (key.find('/') != std::string_view::npos) return std::nullopt;  // another file was meant
  const std::string named = anchor_key(anchor_of(trimmed(text), page.rule));
  if (!named.empty() && page.anchors.places.contains(named)) return named;
  for (const bool numbered : {true, false}) {
    const std::string wanted = bare(key, numbered);
    const auto same = [&](const std::string& name) { return bare(name, numbered) == wanted; };
    if (wanted.size() < 3) continue;
    if (auto found = only(page, same)) return found;
  }
  if (key.size() < kShortestForEdits) return std::nullopt;
  return only(page, [&](const std::string& name) { return edits_between(key, name) <= kMostEdits; });
}

}  // namespace quizlint
