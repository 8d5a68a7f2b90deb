#include <algorithm>
#include <utility>

#include "formats/markdown/leaf_builder.h"
#include "formats/markdown/marks.h"
#include "text/utf8.h"

namespace quizlint::markdown {
namespace {

/// How far behind the last text an opening mark is looked for where no text follows it (`[![](image)](link)`).
constexpr Offset kMarkReach = 4096;

}  // namespace

void LeafBuilder::enter_run(MD_SPANTYPE type, void* detail) {
  Inline run{InlineKind::emphasis, {leaf().block.text.size(), leaf().block.text.size()}, {}, {}};
  switch (type) {
    case MD_SPAN_EM: run.kind = InlineKind::emphasis; break;
    case MD_SPAN_STRONG: run.kind = InlineKind::strong; break;
    case MD_SPAN_DEL: run.kind = InlineKind::deleted; break;
    case MD_SPAN_CODE: run.kind = InlineKind::code; break;
    case MD_SPAN_A:
      run.kind = InlineKind::link;
      run.target = string_of(static_cast<const MD_SPAN_A_DETAIL*>(detail)->href);
      break;
    case MD_SPAN_IMG:
      run.kind = InlineKind::image;
      run.target = string_of(static_cast<const MD_SPAN_IMG_DETAIL*>(detail)->src);
      break;
    default: run.kind = InlineKind::math; break;
  }
  runs_.push_back({std::move(run)});
}

/// Finds the mark that opens a run, behind what has been seen and before `until`. A list's bullet is no mark: a blank
/// follows it. An autolink has none.
void LeafBuilder::place(OpenRun& open, Offset from, Offset until) {
  const InlineKind kind = open.run.kind;
  const std::string_view set = opening(kind);
  Offset at = std::max({cursor_, marks_, from});
  for (; at < until; ++at) {
    const bool blank_follows = at + 1 < input_.size() && input_[at + 1] == ' ';
    if (input_[at] == '\\') {
      ++at;
    } else if (set.find(input_[at]) != std::string_view::npos && (!blank_follows || kind == InlineKind::code)) {
      const bool bracket_follows = at + 1 < input_.size() && input_[at + 1] == '[';
      if (!is_task_box(at) && (kind != InlineKind::image || bracket_follows)) break;
    }
  }
  open.placed = true;
  open.begin = std::min(at, until);
  if (at >= until) return;
  open.mark_size = kind == InlineKind::strong || kind == InlineKind::image ? 2 : 1;
  if (kind == InlineKind::code || kind == InlineKind::deleted)
    while (at + open.mark_size < until && input_[at + open.mark_size] == input_[at]) ++open.mark_size;
  marks_ = std::min(at + open.mark_size, until);
}

/// Whether `[x]` stands at `at`, the box of the item that the leaf begins.
bool LeafBuilder::is_task_box(Offset at) const {
  const Leaf& leaf = leaves_.back();
  if (leaf.block.marker.task == Marker::Task::none || !leaf.seen.empty()) return false;
  return input_[at] == '[' && at + 2 < input_.size() && input_[at + 2] == ']';
}

/// Where the search may start when nothing of the leaf has been seen: at the line of the last mark before `until`, so
/// that a fence or bullet of what came before is not taken for it.
Offset LeafBuilder::first_line_of_run(Offset until, std::string_view set) const {
  if (!leaves_.back().seen.empty() || until == 0) return 0;
  const std::size_t mark = input_.find_last_of(set, until - 1);
  if (mark == std::string_view::npos) return 0;
  const std::size_t line = input_.rfind('\n', mark);
  return line == std::string_view::npos ? 0 : static_cast<Offset>(line + 1);
}

void LeafBuilder::place_runs(Offset until, bool text_follows) {
  for (OpenRun& open : runs_) {
    if (open.placed) continue;
    place(open, text_follows ? first_line_of_run(until, opening(open.run.kind)) : 0, until);
  }
}

/// How far an opening mark is looked for where no text follows it: not into the next leaf.
Offset LeafBuilder::end_of_reach() const {
  const Offset from = std::max(cursor_, marks_);
  const std::string_view reach = input_.substr(std::min<std::size_t>(from, input_.size()), kMarkReach);
  const std::size_t end = leaves_.back().seen.empty() ? std::string_view::npos : reach.find("\n\n");
  return from + static_cast<Offset>(std::min(end, reach.size()));
}

/// The whole run with both its marks, where the closing one stands behind what has been seen.
Span LeafBuilder::close_mark(const OpenRun& open) const {
  const auto size = static_cast<Offset>(input_.size());
  Offset end = cursor_;
  if (open.run.kind == InlineKind::code)
    while (end < size && is_ascii_space(input_[end])) ++end;
  for (Offset i = 0; i < open.mark_size && end < size && input_[end] == input_[open.begin]; ++i) ++end;
  return {open.begin, std::max(open.begin, end)};
}

Span LeafBuilder::whole_link(const OpenRun& open) const {
  const Offset inner = std::max(cursor_, open.begin + open.mark_size);
  return {open.begin, open.mark_size == 0 ? inner : link_end(input_, inner)};
}

void LeafBuilder::make_opaque(Span chars) {
  Text& text = leaf().block.text;
  const Text tail = text.slice(chars);
  text.truncate(chars.begin);
  text.append(tail, {0, tail.size()}, true);
}

void LeafBuilder::keep(Inline run) {
  auto& runs = leaf().block.inlines;
  const auto place = std::upper_bound(runs.begin(), runs.end(), run, [](const Inline& a, const Inline& b) {
    return a.chars.begin < b.chars.begin || (a.chars.begin == b.chars.begin && a.chars.end > b.chars.end);
  });
  runs.insert(place, std::move(run));
}

void LeafBuilder::leave_run(MD_SPANTYPE) {
  if (runs_.empty()) return;
  if (!runs_.back().placed) place_runs(end_of_reach(), false);
  OpenRun open = std::move(runs_.back());
  runs_.pop_back();
  if (open.mark_size == 0) open.begin = std::min(open.begin, cursor_);  // an autolink, or its mark was not found
  Text& text = leaf().block.text;
  Inline& run = open.run;
  run.chars.end = text.size();
  if (run.kind == InlineKind::link && is_address(slice(text.chars(), run.chars), run.target)) make_opaque(run.chars);
  const bool is_link = run.kind == InlineKind::link || run.kind == InlineKind::image;
  const Span whole = is_link ? whole_link(open) : close_mark(open);
  if (run.kind == InlineKind::strong && input_[whole.begin] == '_' && is_dunder(slice(text.chars(), run.chars))) {
    text.truncate(run.chars.begin);
    text.append(text_, whole, true);
    return see(whole);
  }
  run.source = source(whole);
  see(whole);
  keep(std::move(run));
}

}  // namespace quizlint::markdown
