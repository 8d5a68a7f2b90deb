#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <md4c.h>

#include "formats/markdown/leaves.h"
#include "text/text.h"

namespace quizlint::markdown {

using Kind = BlockKind;

/// An inline run that is open. `begin` is where its opening mark stands in the input, known once a text follows.
struct OpenRun {
  Inline run;
  Offset begin = 0;
  Offset mark_size = 0;
  bool placed = false;
};

/// Makes leaves of what md4c calls: blocks and texts in leaf_builder.cc, runs inside a leaf in leaf_runs.cc.
class LeafBuilder {
 public:
  /// `parsed` is what md4c is given: as long as the text's characters.
  LeafBuilder(const Text& text, std::string_view parsed) : text_(text), input_(text.chars()), parsed_(parsed) {}

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

/// The text of a target or an info string; "" for none.
std::string string_of(const MD_ATTRIBUTE& attribute);

}  // namespace quizlint::markdown
