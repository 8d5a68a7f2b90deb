#include "engine/edits.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <optional>
#include <vector>

namespace quizlint {
namespace {

/// Edits by where they begin; no two of them meet.
using Taken = std::map<Offset, const Edit*>;

/// Insertions at one place meet, and so does an insertion with what ends or begins there: their order would matter.
bool meet(Span a, Span b) {
  if (a.empty() || b.empty()) return a.begin <= b.end && b.begin <= a.end;
  return a.overlaps(b);
}

bool is_free(const Taken& taken, Span span) {
  auto next = taken.lower_bound(span.begin);
  if (next != taken.end() && meet(next->second->span, span)) return false;
  return next == taken.begin() || !meet(std::prev(next)->second->span, span);
}

bool fits(const Edit& edit, std::size_t size) {
  return edit.span.begin <= edit.span.end && edit.span.end <= size;
}

/// Takes all edits of a fix, or none.
bool take(const Fix& fix, std::size_t size, Taken& taken) {
  Taken mine;
  for (const Edit& edit : fix.edits) {
    if (!fits(edit, size) || !is_free(taken, edit.span) || !is_free(mine, edit.span)) return false;
    mine.emplace(edit.span.begin, &edit);
  }
  taken.merge(mine);
  return !fix.edits.empty();
}

}  // namespace

const Fix* applicable_fix(const Finding& finding, bool unsafe_too) {
  const auto found = std::ranges::find_if(finding.fixes, [&](const Fix& fix) {
    return fix.safety == Safety::safe || (unsafe_too && fix.safety == Safety::unsafe);
  });
  return found == finding.fixes.end() ? nullptr : &*found;
}

Edited apply_fixes(std::string_view bytes, std::span<const Finding> findings, bool unsafe_too) {
  Taken taken;
  Edited edited;
  for (const Finding& finding : findings) {
    const Fix* fix = applicable_fix(finding, unsafe_too);
    if (fix != nullptr && take(*fix, bytes.size(), taken)) ++edited.fixes;
  }
  std::size_t at = 0;
  for (const auto& [begin, edit] : taken) {
    edited.bytes.append(bytes.substr(at, begin - at)).append(edit->text);
    at = edit->span.end;
  }
  edited.bytes.append(bytes.substr(at));
  return edited;
}

}  // namespace quizlint
