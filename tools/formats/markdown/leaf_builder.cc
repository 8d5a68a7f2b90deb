#include "formats/markdown/leaf_builder.h"

#include <utility>

#include "formats/markdown/entities.h"
#include "formats/markdown/tag.h"
#include "text/utf8.h"

namespace quizlint::markdown {

std::string string_of(const MD_ATTRIBUTE& attribute) {
  return attribute.text == nullptr ? std::string() : std::string(attribute.text, attribute.size);
}

void LeafBuilder::open_leaf(Kind kind) {
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

void LeafBuilder::close_leaf() {
  open_ = false;
  break_due_ = false;
  runs_.clear();
  unplaced_.clear();
}

void LeafBuilder::enter(MD_BLOCKTYPE type, void* detail) {
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

void LeafBuilder::leave(MD_BLOCKTYPE type) {
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

void LeafBuilder::add_break() {
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
void LeafBuilder::settle_break(Span before) {
  const std::size_t end = input_.find('\n', cursor_);
  if (end < before.end) {
    add_break();
  } else if (before.begin < cursor_) {
    return;
  }
  break_due_ = false;
}

void LeafBuilder::add_tag(Span chars) {
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

void LeafBuilder::add_placed(MD_TEXTTYPE type, Span chars) {
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

void LeafBuilder::add_unplaced(MD_TEXTTYPE type, std::string_view chars) {
  if (type == MD_TEXT_BR || type == MD_TEXT_SOFTBR) {
    break_due_ = !in_image() && !leaf().seen.empty();
  } else if (chars == "\n" && !leaf().seen.empty() && (leaf().block.kind == Kind::code || leaf().html)) {
    if (input_.find('\n', cursor_) != std::string_view::npos) add_break();
  } else if (!in_image()) {
    unplaced_ += chars;
  }
}

void LeafBuilder::add(MD_TEXTTYPE type, const MD_CHAR* chars, MD_SIZE size) {
  const bool placed = chars >= parsed_.data() && chars + size <= parsed_.data() + parsed_.size() && size > 0;
  if (placed) {
    const auto begin = static_cast<Offset>(chars - parsed_.data());
    add_placed(type, {begin, begin + size});
  } else {
    add_unplaced(type, {chars, size});
  }
}

}  // namespace quizlint::markdown
