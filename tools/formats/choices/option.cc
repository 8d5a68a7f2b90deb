#include "formats/choices/option.h"

#include <array>

#include "text/text.h"
#include "text/utf8.h"

namespace quizlint {
namespace {

/// Labels go no further than this: the tenth choice.
constexpr std::uint32_t kMostLetters = 10;

struct Box {
  std::string_view text;
  ChoiceForm form;
  bool correct;
};

/// `[( )]` and `[[x]]` are LiaScript's, `(x)` stands in learn.co's and in GIFT-like quizzes.
constexpr std::array kBoxes = {
    Box{"[( )]", ChoiceForm::radio, false}, Box{"[(x)]", ChoiceForm::radio, true}, Box{"[[ ]]", ChoiceForm::box, false},
    Box{"[[x]]", ChoiceForm::box, true},    Box{"[]", ChoiceForm::box, false},     Box{"[ ]", ChoiceForm::box, false},
    Box{"[x]", ChoiceForm::box, true},      Box{"[ x]", ChoiceForm::box, true},    Box{"[x ]", ChoiceForm::box, true},
    Box{"[ x ]", ChoiceForm::box, true},    Box{"( )", ChoiceForm::radio, false},  Box{"()", ChoiceForm::radio, false},
    Box{"(x)", ChoiceForm::radio, true},    Box{"☐", ChoiceForm::box, false},      Box{"☑", ChoiceForm::box, true},
    Box{"☒", ChoiceForm::box, true},        Box{"⬜", ChoiceForm::box, false},      Box{"[-]", ChoiceForm::box, true},
    Box{"[*]", ChoiceForm::box, true},
};

/// Marks behind a choice that say that it is right.
constexpr std::array<std::string_view, 11> kRightMarks = {"✅",       "✔️",   "✔",         "✓",   "☑",   "(correct)",
                                                          "(right)", "(answer)", "[correct]", "\tx", "   x"};

Offset skip_blanks(std::string_view text, Offset at) {
  while (at < text.size() && (text[at] == ' ' || text[at] == '\t')) ++at;
  return at;
}

/// The box at the start of a text and where the text behind it begins.
const Box* box_at(std::string_view text, Offset& end) {
  const std::string head = ascii_lower(text.substr(0, 8));
  const Box* best = nullptr;
  for (const Box& box : kBoxes) {
    if (!head.starts_with(box.text) || (best != nullptr && best->text.size() >= box.text.size())) continue;
    const bool ends = text.size() == box.text.size() || is_ascii_space(text[box.text.size()]);
    if (ends || box.text == "[ ]" || box.text == "[x]") best = &box;
  }
  if (best == nullptr) return nullptr;
  // `[x](url)` and `[x]: url` are a link and its definition.
  const std::string_view rest = text.substr(best->text.size());
  if (best->text.front() == '[' && (rest.starts_with('(') || rest.starts_with(':') || rest.starts_with('[')))
    return nullptr;
  end = skip_blanks(text, static_cast<Offset>(best->text.size()));
  return best;
}

/// A marker that Markdown does not take for one: `-[ ] text`.
Offset skip_glued_marker(std::string_view text) {
  const bool glued = text.size() > 2 && (text[0] == '-' || text[0] == '*' || text[0] == '+') && text[1] == '[';
  return glued ? 1 : 0;
}

bool begins_with_code(const Outline& outline, const Unit& unit) {
  return outline.block(unit).text.has_opaque({unit.chars.begin, unit.chars.begin + 1});
}

/// `[*]` whose star Markdown took for the mark of an emphasis that ends at the next one.
bool is_starred(const Outline& outline, const Unit& unit) {
  const std::string_view source = slice(outline.source, unit.source);
  const std::size_t box = source.find('[');
  return box != std::string_view::npos && source.substr(box).starts_with("[*]");
}

std::optional<Option> boxed(const Outline& outline, const Unit& unit) {
  Option option;
  option.depth = outline.block(unit).list_depth;
  option.chars = unit.chars;
  const Marker marker = outline.marker(unit);
  if (marker.task != Marker::Task::none) {
    option.correct = marker.task == Marker::Task::done;
    return option;
  }
  const std::string_view chars = outline.chars(unit);
  const Offset begin = skip_glued_marker(chars);
  Offset end = 0;
  const Box* box = box_at(chars.substr(begin), end);
  if (box == nullptr || begins_with_code(outline, unit)) return std::nullopt;
  option.form = box->form;
  option.correct = box->correct || is_starred(outline, unit);
  option.chars.begin += begin + end;
  return option;
}

/// How far the first line of a block is indented, in bytes.
Offset indent_of(const Outline& outline, const Block& block) {
  return skip_blanks(outline.source, block.span.begin) - block.span.begin;
}

/// The depth of a list item that Markdown has no block for: as deep as the item before it that is indented alike, one
/// deeper than an item that is indented less.
std::uint8_t depth_of_empty(const Outline& outline, const Unit& unit) {
  const std::vector<Block>& blocks = *outline.blocks;
  const Offset indent = indent_of(outline, blocks[unit.block]);
  constexpr std::size_t kNear = 64;  // blocks: more empty boxes in a row are no choices
  for (std::size_t i = unit.block; i-- > 0 && unit.block - i <= kNear;) {
    const Block& before = blocks[i];
    if (before.marker.kind == Marker::Kind::none) continue;
    const Offset there = indent_of(outline, before);
    if (there == indent) return before.list_depth;
    if (there < indent) return static_cast<std::uint8_t>(before.list_depth + 1);
  }
  return 1;
}

/// `- [ ]` with nothing behind it is no text to a Markdown reader.
std::optional<Option> empty_box(const Outline& outline, const Unit& unit) {
  std::string_view source = trimmed(slice(outline.source, unit.source));
  if (unit.kind != UnitKind::markup || source.size() > 10 || source.size() < 3) return std::nullopt;
  if (source[0] != '-' && source[0] != '*' && source[0] != '+') return std::nullopt;
  Offset end = 0;
  source = trimmed(source.substr(1));
  const Box* box = box_at(source, end);
  if (box == nullptr || end != source.size()) return std::nullopt;
  Option option;
  option.form = box->form;
  option.correct = box->correct;
  option.depth = depth_of_empty(outline, unit);
  option.chars = {unit.chars.begin, unit.chars.begin};
  return option;
}

bool is_strong(const Outline& outline, const Unit& unit, Span chars) {
  for (const Inline& run : outline.block(unit).inlines)
    if (run.kind == InlineKind::strong && run.chars.covers(chars) && run.chars.size() <= chars.size() + 2) return true;
  return false;
}

/// The sign behind a label and the blanks after it; 0 where none stands.
Offset label_sign(std::string_view rest) {
  for (const std::string_view wide : {"、", "．", "）", "：", "】"})
    if (rest.starts_with(wide)) return skip_blanks(rest, static_cast<Offset>(wide.size()));
  std::size_t at = rest.find_first_not_of(".):]");
  if (at == std::string_view::npos) at = rest.size();
  if (at > 0 && at <= 2) {
    const bool apart = at == rest.size() || is_ascii_space(rest[at]) || rest[at - 1] != '.';
    return apart ? skip_blanks(rest, static_cast<Offset>(at)) : 0;
  }
  for (const std::string_view dash : {" - ", " – ", " — ", "- "})
    if (rest.starts_with(dash)) return static_cast<Offset>(dash.size());
  return 0;
}

/// Letters with a sign behind them, or strong ones with a blank: `A.`, `(b)`, `**C** text`. A star right before the
/// letter marks the key: `*c) text`, as Respondus and text2qti have it.
std::optional<Option> lettered(const Outline& outline, const Unit& unit) {
  const std::string_view chars = outline.chars(unit);
  if (chars.empty()) return std::nullopt;
  const Offset star = chars[0] == '*' ? 1 : 0;
  const bool bracket = star < chars.size() && (chars[star] == '(' || chars[star] == '[');
  const Offset open = star + (bracket ? 1 : 0);
  if (open >= chars.size()) return std::nullopt;
  const CodePoint letter = decode(chars, open);
  const std::uint32_t rank = letter_rank(letter.value);
  if (rank == 0) return std::nullopt;
  const Offset end = open + letter.size;
  Offset text = end;
  const Offset sign = label_sign(chars.substr(end));
  if (sign > 0) {
    text += sign;
  } else if (end < chars.size() && chars[end] == ' ' && open == 0 &&
             is_strong(outline, unit, {unit.chars.begin, unit.chars.begin + end})) {
    text = skip_blanks(chars, end);
  } else {
    return std::nullopt;
  }
  Option option;
  option.form = is_upper(letter.value) ? ChoiceForm::upper : ChoiceForm::lower;
  option.depth = outline.block(unit).list_depth;
  option.rank = rank;
  option.label = std::string(chars.substr(open, letter.size));
  option.correct = star > 0;
  option.chars = {unit.chars.begin + text, unit.chars.end};
  return option;
}

/// Takes a mark such as `✅` or `(correct)` off the end of the text.
void take_right_mark(const Outline& outline, const Unit& unit, Option& option) {
  const std::string_view chars = slice(outline.block(unit).text.chars(), option.chars);
  const std::string lower = ascii_lower(chars);
  for (const std::string_view mark : kRightMarks) {
    if (!lower.ends_with(mark) || lower.size() == mark.size()) continue;
    option.correct = true;
    option.chars = trimmed(outline.block(unit).text.chars(),
                           {option.chars.begin, option.chars.end - static_cast<Offset>(mark.size())});
    return;
  }
}

}  // namespace

std::uint32_t letter_rank(char32_t letter) {
  constexpr std::u32string_view kCyrillic = U"абвгдежзик";
  const char32_t lower = to_lower(letter);
  if (lower >= U'a' && lower < U'a' + kMostLetters) return lower - U'a' + 1;
  const std::size_t at = kCyrillic.find(lower);
  return at == std::u32string_view::npos ? 0 : static_cast<std::uint32_t>(at) + 1;
}

std::optional<Option> option_at(const Outline& outline, const Unit& unit) {
  if (unit.kind == UnitKind::markup) return empty_box(outline, unit);
  if (unit.kind != UnitKind::line) return std::nullopt;
  std::optional<Option> option = boxed(outline, unit);
  if (!option) option = lettered(outline, unit);
  if (option) take_right_mark(outline, unit, *option);
  return option;
}

std::optional<Option> plain_option_at(const Outline& outline, const Unit& unit) {
  if (unit.kind != UnitKind::line) return std::nullopt;
  Option option;
  option.depth = outline.block(unit).list_depth;
  option.chars = unit.chars;
  const Marker marker = outline.marker(unit);
  if (marker.kind == Marker::Kind::bullet) {
    option.form = ChoiceForm::bullet;
  } else if (marker.kind == Marker::Kind::ordered) {
    option.form = ChoiceForm::number;
    option.rank = marker.number;
  } else {
    const std::string_view chars = outline.chars(unit);
    const std::size_t open = chars.starts_with('(') ? 1 : 0;
    if (chars.size() < 3 + open || !is_ascii_digit(chars[open])) return std::nullopt;
    const Offset sign = label_sign(chars.substr(1 + open));
    if (sign == 0) return std::nullopt;
    option.form = ChoiceForm::number;
    option.rank = static_cast<std::uint32_t>(chars[open] - '0');
    option.chars.begin += static_cast<Offset>(1 + open) + sign;
  }
  if (option.form == ChoiceForm::number) option.label = std::to_string(option.rank);
  take_right_mark(outline, unit, option);
  return option;
}

}  // namespace quizlint
