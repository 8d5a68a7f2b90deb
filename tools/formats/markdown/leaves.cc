#include "formats/markdown/leaves.h"

#include <utility>

#include <md4c.h>

#include "formats/markdown/entities.h"
#include "formats/markdown/marks.h"
#include "formats/markdown/tag.h"
#include "text/utf8.h"

namespace quizlint::markdown {
namespace {

using Kind = BlockKind;

std::string string_of(const MD_ATTRIBUTE& attribute) {
  return attribute.text == nullptr ? std::string() : std::string(attribute.text, attribute.size);
}

/// An inline run that is open. `begin` is where its opening mark stands in the input, known once a text follows.
struct OpenRun {
  Inline run;
  Offset begin = 0;
  Offset mark_size = 0;
  bool placed = false;
};

/// How far behind the last text an opening mark is looked for where no text follows it (`[![](image)](link)`).
constexpr Offset kMarkReach = 4096;

class Builder {
 public:
  /// `parsed` is what md4c is given: as long as the text's characters.
  Builder(const Text& text, std::string_view parsed) : text_(text), input_(text.chars()), parsed_(parsed) {}

  std::vector<Leaf> take() {
    close_leaf();
    return std::move(leaves_);
  }

  void enter(MD_BLOCKTYPE type, void* detail);
  void leave(MD_BLOCKTYPE type);
  void enter_run(MD_SPANTYPE type, void* detail);
  void leave_run(MD_SPANTYPE type);
  void add(MD_TEXTTYPE type, const MD_CHAR* chars, MD_SIZE size);

 private:
  void open_leaf(Kind kind);
  void close_leaf();
  Leaf& leaf() {
    if (!open_) open_leaf(Kind::paragraph);
    return leaves_.back();
  }
  void see(Span chars) {
    if (break_due_) settle_break(chars);
    place_runs(chars.begin, true);
    Span& seen = leaf().seen;
    seen = seen.empty() ? chars : join(seen, chars);
    cursor_ = std::max(cursor_, chars.end);
  }
  bool in_image() const { return !runs_.empty() && runs_.back().run.kind == InlineKind::image; }
  void add_placed(MD_TEXTTYPE type, Span chars);
  void add_unplaced(MD_TEXTTYPE type, std::string_view chars);
  void add_break();
  void settle_break(Span before);
  bool is_task_box(Offset at) const;
  void add_tag(Span chars);
  void make_opaque(Span chars);
  void place_runs(Offset until, bool text_follows);
  void place(OpenRun& open, Offset from, Offset until);
  Offset end_of_reach() const;
  Offset first_line_of_run(Offset until, std::string_view set) const;
  Span close_mark(const OpenRun& open) const;
  void keep(Inline run);
  Span whole_link(const OpenRun& open) const;
  Span source(Span chars) const { return text_.source(chars); }

  const Text& text_;
  std::string_view input_;
  std::string_view parsed_;
  std::vector<Leaf> leaves_;
  std::vector<OpenRun> runs_;
  Offset cursor_ = 0;       ///< everything before it has been seen
  Offset marks_ = 0;        ///< opening marks before it are taken
  std::string unplaced_;    ///< characters that md4c made up (indentation), to stand before the next text
  bool break_due_ = false;  ///< a line break whose place is known once something follows it
  bool open_ = false;
  std::uint8_t quotes_ = 0;
  std::uint8_t items_ = 0;
  std::uint8_t new_items_ = 0;
  std::vector<bool> ordered_;
  Marker::Task task_ = Marker::Task::none;
};

void Builder::open_leaf(Kind kind) {
  close_leaf();
  Leaf leaf;
  leaf.block.kind = kind;
  leaf.block.quote_depth = quotes_;
  leaf.block.list_depth = items_;
  leaf.items = new_items_;
  if (new_items_ > 0) {
    leaf.block.marker.kind = ordered_.back() ? Marker::Kind::ordered : Marker::Kind::bullet;
    leaf.block.marker.task = task_;
    new_items_ = 0;
  }
  leaves_.push_back(std::move(leaf));
  open_ = true;
}

void Builder::close_leaf() {
  open_ = false;
  break_due_ = false;
  runs_.clear();
  unplaced_.clear();
}

void Builder::enter(MD_BLOCKTYPE type, void* detail) {
  switch (type) {
    case MD_BLOCK_QUOTE:
      close_leaf();
      ++quotes_;
      break;
    case MD_BLOCK_UL:
      close_leaf();
      ordered_.push_back(false);
      break;
    case MD_BLOCK_OL:
      close_leaf();
      ordered_.push_back(true);
      break;
    case MD_BLOCK_LI: {
      close_leaf();
      if (new_items_ < 255) ++new_items_;
      if (items_ < 255) ++items_;
      const auto* item = static_cast<const MD_BLOCK_LI_DETAIL*>(detail);
      task_ = !item->is_task ? Marker::Task::none : item->task_mark == ' ' ? Marker::Task::open : Marker::Task::done;
      break;
    }
    case MD_BLOCK_HR: open_leaf(Kind::rule); break;
    case MD_BLOCK_H:
      open_leaf(Kind::heading);
      leaf().block.level = static_cast<std::uint8_t>(static_cast<const MD_BLOCK_H_DETAIL*>(detail)->level);
      break;
    case MD_BLOCK_CODE: {
      const auto* code = static_cast<const MD_BLOCK_CODE_DETAIL*>(detail);
      open_leaf(Kind::code);
      leaf().fence = code->fence_char;
      leaf().block.info = string_of(code->info);
      break;
    }
    case MD_BLOCK_HTML:
      open_leaf(Kind::markup);
      leaf().html = true;
      break;
    case MD_BLOCK_P: open_leaf(Kind::paragraph); break;
    case MD_BLOCK_TABLE: open_leaf(Kind::table); break;
    case MD_BLOCK_TR:
      if (!leaf().block.text.empty() || !unplaced_.empty()) unplaced_ += '\n';
      break;
    default: break;
  }
}

void Builder::leave(MD_BLOCKTYPE type) {
  switch (type) {
    case MD_BLOCK_QUOTE:
      close_leaf();
      --quotes_;
      break;
    case MD_BLOCK_UL:
    case MD_BLOCK_OL:
      close_leaf();
      ordered_.pop_back();
      break;
    case MD_BLOCK_LI:
      if (new_items_ > 0) open_leaf(Kind::paragraph);  // an item that holds nothing
      close_leaf();
      if (items_ > 0) --items_;
      break;
    case MD_BLOCK_TD:
    case MD_BLOCK_TH: unplaced_ += '\t'; break;
    case MD_BLOCK_TABLE:
      if (!leaf().block.text.empty()) leaf().block.text.append_made_up(unplaced_);
      close_leaf();
      break;
    case MD_BLOCK_HR:
    case MD_BLOCK_H:
    case MD_BLOCK_CODE:
    case MD_BLOCK_HTML:
    case MD_BLOCK_P: close_leaf(); break;
    default: break;
  }
}

void Builder::enter_run(MD_SPANTYPE type, void* detail) {
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
void Builder::place(OpenRun& open, Offset from, Offset until) {
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
bool Builder::is_task_box(Offset at) const {
  const Leaf& leaf = leaves_.back();
  if (leaf.block.marker.task == Marker::Task::none || !leaf.seen.empty()) return false;
  return input_[at] == '[' && at + 2 < input_.size() && input_[at + 2] == ']';
}

/// Where the search may start when nothing of the leaf has been seen: at the line of the last mark before `until`, so
/// that a fence or bullet of what came before is not taken for it.
Offset Builder::first_line_of_run(Offset until, std::string_view set) const {
  if (!leaves_.back().seen.empty() || until == 0) return 0;
  const std::size_t mark = input_.find_last_of(set, until - 1);
  if (mark == std::string_view::npos) return 0;
  const std::size_t line = input_.rfind('\n', mark);
  return line == std::string_view::npos ? 0 : static_cast<Offset>(line + 1);
}

void Builder::place_runs(Offset until, bool text_follows) {
  for (OpenRun& open : runs_) {
    if (open.placed) continue;
    place(open, text_follows ? first_line_of_run(until, opening(open.run.kind)) : 0, until);
  }
}

/// How far an opening mark is looked for where no text follows it: not into the next leaf.
Offset Builder::end_of_reach() const {
  const Offset from = std::max(cursor_, marks_);
  const std::string_view reach = input_.substr(std::min<std::size_t>(from, input_.size()), kMarkReach);
  const std::size_t end = leaves_.back().seen.empty() ? std::string_view::npos : reach.find("\n\n");
  return from + static_cast<Offset>(std::min(end, reach.size()));
}

/// The whole run with both its marks, where the closing one stands behind what has been seen.
Span Builder::close_mark(const OpenRun& open) const {
  const auto size = static_cast<Offset>(input_.size());
  Offset end = cursor_;
  if (open.run.kind == InlineKind::code)
    while (end < size && is_ascii_space(input_[end])) ++end;
  for (Offset i = 0; i < open.mark_size && end < size && input_[end] == input_[open.begin]; ++i) ++end;
  return {open.begin, std::max(open.begin, end)};
}

Span Builder::whole_link(const OpenRun& open) const {
  const Offset inner = std::max(cursor_, open.begin + open.mark_size);
  return {open.begin, open.mark_size == 0 ? inner : link_end(input_, inner)};
}

void Builder::make_opaque(Span chars) {
  Text& text = leaf().block.text;
  const Text tail = text.slice(chars);
  text.truncate(chars.begin);
  text.append(tail, {0, tail.size()}, true);
}

void Builder::keep(Inline run) {
  auto& runs = leaf().block.inlines;
  const auto place = std::upper_bound(runs.begin(), runs.end(), run, [](const Inline& a, const Inline& b) {
    return a.chars.begin < b.chars.begin || (a.chars.begin == b.chars.begin && a.chars.end > b.chars.end);
  });
  runs.insert(place, std::move(run));
}

void Builder::leave_run(MD_SPANTYPE) {
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

void Builder::add_break() {
  Text& text = leaf().block.text;
  const std::size_t end = input_.find('\n', cursor_);
  if (end == std::string_view::npos) {
    text.append_made_up("\n");
    return;
  }
  const auto at = static_cast<Offset>(end);
  const bool crlf = at > 0 && input_[at - 1] == '\r';
  if (crlf) {
    text.append("\n", source({at - 1, at + 1}), PieceKind::escaped);
  } else {
    text.append(text_, {at, at + 1}, leaf().block.kind == Kind::code);
  }
  leaf().seen.end = std::max(leaf().seen.end, at + 1);
  cursor_ = at + 1;
}

/// Appends the break that stands before what follows. Where none does, it was none: md4c 0.4.8 gives a break and the
/// closing mark of a code span once more where that mark stands on a line of its own.
void Builder::settle_break(Span before) {
  const std::size_t end = input_.find('\n', cursor_);
  if (end < before.end) {
    add_break();
  } else if (before.begin < cursor_) {
    return;
  }
  break_due_ = false;
}

void Builder::add_tag(Span chars) {
  see(chars);
  const std::string name = tag_name(slice(input_, chars));
  Text& text = leaf().block.text;
  Inline tag{InlineKind::tag, {text.size(), text.size()}, source(chars), name};
  if (name == "img") {
    tag.kind = InlineKind::image;
    tag.target = attribute(slice(input_, chars), "src");
  }
  if (name == "br" && !text.empty()) text.append("\n", source(chars), PieceKind::escaped);
  leaf().block.inlines.push_back(std::move(tag));
}

void Builder::add_placed(MD_TEXTTYPE type, Span chars) {
  if (type == MD_TEXT_HTML && !leaf().html) return add_tag(chars);
  if (break_due_) settle_break(chars);
  if (chars.end <= cursor_) return;
  chars.begin = std::max(chars.begin, cursor_);
  see(chars);
  if (in_image()) return;
  Text& text = leaf().block.text;
  if (!unplaced_.empty()) {
    const Offset at = source(chars).begin;
    text.append(std::exchange(unplaced_, {}), {at, at}, PieceKind::made_up);
  }
  const bool opaque = type == MD_TEXT_CODE || type == MD_TEXT_LATEXMATH;
  if (type == MD_TEXT_ENTITY) {
    const auto decoded = decode_entity(slice(input_, chars));
    text.append(decoded ? *decoded : std::string(slice(input_, chars)), source(chars), PieceKind::escaped);
  } else {
    text.append(text_, chars, opaque);
  }
}

void Builder::add_unplaced(MD_TEXTTYPE type, std::string_view chars) {
  if (type == MD_TEXT_BR || type == MD_TEXT_SOFTBR) {
    break_due_ = !in_image() && !leaf().seen.empty();
  } else if (chars == "\n" && !leaf().seen.empty() && (leaf().block.kind == Kind::code || leaf().html)) {
    if (input_.find('\n', cursor_) != std::string_view::npos) add_break();
  } else if (!in_image()) {
    unplaced_ += chars;
  }
}

void Builder::add(MD_TEXTTYPE type, const MD_CHAR* chars, MD_SIZE size) {
  const bool placed = chars >= parsed_.data() && chars + size <= parsed_.data() + parsed_.size() && size > 0;
  if (placed) {
    const auto begin = static_cast<Offset>(chars - parsed_.data());
    add_placed(type, {begin, begin + size});
  } else {
    add_unplaced(type, {chars, size});
  }
}

Builder& builder(void* user) {
  return *static_cast<Builder*>(user);
}

}  // namespace

std::vector<Leaf> leaves_of(const Text& text, Dialect dialect) {
  const std::string parsed = palatable(text.chars());
  Builder build(text, parsed);
  MD_PARSER parser{};
  parser.flags = MD_DIALECT_GITHUB;
  if (!dialect.indented_code) parser.flags |= MD_FLAG_NOINDENTEDCODEBLOCKS;
  parser.enter_block = [](MD_BLOCKTYPE type, void* detail, void* user) { return builder(user).enter(type, detail), 0; };
  parser.leave_block = [](MD_BLOCKTYPE type, void*, void* user) { return builder(user).leave(type), 0; };
  parser.enter_span = [](MD_SPANTYPE type, void* detail, void* user) {
    return builder(user).enter_run(type, detail), 0;
  };
  parser.leave_span = [](MD_SPANTYPE type, void*, void* user) { return builder(user).leave_run(type), 0; };
  parser.text = [](MD_TEXTTYPE type, const MD_CHAR* chars, MD_SIZE size, void* user) {
    return builder(user).add(type, chars, size), 0;
  };
  md_parse(parsed.data(), text.size(), &parser, &build);
  return build.take();
}

}  // namespace quizlint::markdown
