#include "formats/outline.h"

#include <algorithm>
#include <optional>
#include <span>

#include "formats/bare_leads.h"
#include "formats/choices/answer_section.h"
#include "formats/choices/inline_row.h"
#include "formats/wording.h"
#include "text/text.h"
#include "text/utf8.h"

namespace quizlint {
namespace {

std::optional<UnitKind> unit_kind(BlockKind kind) {
  switch (kind) {
    case BlockKind::blank: return std::nullopt;
    case BlockKind::front_matter: return UnitKind::front_matter;
    case BlockKind::heading: return UnitKind::heading;
    case BlockKind::summary: return UnitKind::summary;
    case BlockKind::code: return UnitKind::code;
    case BlockKind::table: return UnitKind::cell;
    case BlockKind::rule: return UnitKind::rule;
    case BlockKind::markup: return UnitKind::markup;
    default: return UnitKind::line;
  }
}

Offset weight_of(std::string_view bytes) {
  Offset weight = 0;
  for (const char c : bytes) weight += !is_ascii_space(c);
  return weight;
}

/// The strong parts of a block, sorted and apart.
std::vector<Span> strong_parts(const Block& block) {
  std::vector<Span> parts;
  for (const Inline& run : block.inlines) {
    if (run.kind != InlineKind::strong) continue;
    if (!parts.empty() && run.chars.begin <= parts.back().end) {
      parts.back().end = std::max(parts.back().end, run.chars.end);
    } else {
      parts.push_back(run.chars);
    }
  }
  return parts;
}

/// Whether strong parts cover all letters and digits of the span.
bool is_strong(std::span<const Span> strong, Span chars) {
  Offset covered = 0;
  for (auto part = std::ranges::upper_bound(strong, chars.begin, {}, &Span::end);
       part != strong.end() && part->begin < chars.end; ++part)
    covered += std::min(part->end, chars.end) - std::max(part->begin, chars.begin);
  return covered > 0 && covered + 4 >= chars.size();
}

/// <b>…</b> around the whole of a line counts as strong too.
bool is_bold_html(const Block& block) {
  bool open = false;
  for (const Inline& run : block.inlines) {
    if (run.kind != InlineKind::tag) continue;
    if ((run.target == "b" || run.target == "strong") && run.chars.begin <= 2) open = true;
    if ((run.target == "/b" || run.target == "/strong") && open) return run.chars.end + 2 >= block.text.size();
  }
  return false;
}

class Builder {
 public:
  Builder(std::string_view source, std::vector<Block>& blocks) : outline_{source, &blocks, {}, {}} {}

  Outline take() {
    const std::vector<Block>& blocks = *outline_.blocks;
    for (std::uint32_t i = 0; i < blocks.size(); ++i) {
      const auto kind = unit_kind(blocks[i].kind);
      if (!kind) {
        blank_ = true;
        continue;
      }
      strong_ = strong_parts(blocks[i]);
      bold_html_ = *kind == UnitKind::line && is_bold_html(blocks[i]);
      if (*kind == UnitKind::line || *kind == UnitKind::cell) {
        add_parts(i, *kind);
      } else {
        add(i, *kind, {0, blocks[i].text.size()}, blocks[i].span);
      }
      blank_ = false;
    }
    return std::move(outline_);
  }

 private:
  Unit& add(std::uint32_t index, UnitKind kind, Span chars, Span source) {
    const Block& block = (*outline_.blocks)[index];
    Unit unit;
    unit.kind = kind;
    unit.block = index;
    unit.chars = trimmed(block.text.chars(), chars);
    unit.source = source;
    unit.weight = weight_of(slice(outline_.source, source));
    unit.blank_before = blank_ || outline_.units.empty();
    unit.strong = is_strong(strong_, unit.chars) || bold_html_;
    if (kind != UnitKind::code && kind != UnitKind::markup && kind != UnitKind::front_matter) {
      const std::string_view text = slice(block.text.chars(), unit.chars);
      unit.lead = lead_of(text);
      unit.likeness = question_likeness(text.substr(unit.lead.size));
    }
    outline_.units.push_back(std::move(unit));
    return outline_.units.back();
  }

  /// One unit for each line of the block's text, or cell of a table, and for each choice of a row on one line; their
  /// sources tile the block.
  void add_parts(std::uint32_t index, UnitKind kind) {
    const Block& block = (*outline_.blocks)[index];
    const std::string& chars = block.text.chars();
    Offset source = block.span.begin;
    std::uint8_t column = 0;
    bool first = true;
    const std::vector<Offset> choices = kind == UnitKind::line ? inline_choices(block.text) : std::vector<Offset>();
    for (Offset begin = 0; begin < chars.size() || first;) {
      const auto choice = std::upper_bound(choices.begin(), choices.end(), begin);
      const auto ends = [kind](char c) { return c == '\n' || (c == '\t' && kind == UnitKind::cell); };
      const auto found = static_cast<Offset>(std::find_if(chars.begin() + begin, chars.end(), ends) - chars.begin());
      const bool row = choice != choices.end() && *choice < found;
      const Offset end = row ? *choice : found;
      const auto next = row ? end : static_cast<Offset>(std::min<std::size_t>(end + 1U, chars.size()));
      const bool last = next >= chars.size();
      // A line goes up to its end in the file: the marks before the next one's first character are that line's.
      const Offset part_end =
          row || chars[end] != '\n' ? block.text.source({next, next}).begin : block.text.source({end, next}).end;
      const Offset until = last ? block.span.end : std::max(source, part_end);
      Unit& unit = add(index, kind, {begin, end}, {source, until});
      unit.first = first;
      unit.column = column;
      unit.blank_before = unit.blank_before && first;
      column = kind == UnitKind::cell && end < chars.size() && chars[end] == '\t' ? column + 1 : 0;
      source = until;
      first = false;
      begin = next;
      if (last) break;
    }
  }

  Outline outline_;
  bool blank_ = true;
  std::vector<Span> strong_;  // parts of the block at hand
  bool bold_html_ = false;    // of it
};

/// The sign behind the single letter that begins a line ("Q)", "A."), 0 where none stands there.
char letter_sign(std::string_view line, char letter) {
  if (line.size() < 4 || (line[0] != letter && line[0] != letter + ('a' - 'A'))) return 0;
  return (line[1] == ')' || line[1] == '.') && line[2] == ' ' ? line[1] : '\0';
}

/// "A)" below "Q)" answers, where no "B)" makes a choice of it.
void settle_letters(Outline& outline) {
  std::vector<std::size_t> answers;
  for (std::size_t i = 1; i < outline.units.size(); ++i) {
    const std::string_view chars = outline.chars(outline.units[i]);
    if (letter_sign(chars, 'B') != 0) return;
    const char sign = letter_sign(chars, 'A');
    if (sign != 0 && letter_sign(outline.chars(outline.units[i - 1]), 'Q') == sign) answers.push_back(i);
  }
  if (answers.size() < 2) return;
  for (const std::size_t i : answers) outline.units[i].lead = {LabelKind::answer, "", 3, false};
}

/// Whether the label is a letter of another language than Q: "F1:", "P:", "S3:".
bool is_foreign_letter(const Outline& outline, const Unit& unit) {
  if (unit.lead.kind != LabelKind::question) return false;
  const std::string_view chars = outline.chars(unit);
  const std::size_t at = chars.find_first_not_of(" \t#*_");
  if (at == std::string_view::npos || !is_ascii_letter(chars[at]) || chars[at] == 'q' || chars[at] == 'Q') return false;
  return at + 1 >= chars.size() || !is_ascii_letter(chars[at + 1]);
}

/// Whether the first answer behind the unit carries the letter that goes with its own ("P: … R:"), or a word.
bool has_partner(const Outline& outline, std::size_t i) {
  constexpr std::string_view kPartners = "pr fa va sc dr";
  const std::string_view chars = outline.chars(outline.units[i]);
  const std::string own = ascii_lower(chars.substr(chars.find_first_not_of(" \t#*_"), 1));
  for (std::size_t j = i + 1; j < outline.units.size(); ++j) {
    const Unit& unit = outline.units[j];
    if (unit.lead.kind == LabelKind::question) return false;
    if (unit.lead.kind != LabelKind::answer) continue;
    const std::string_view label = trimmed(outline.chars(unit)).substr(0, 2);
    const bool letter =
        label.size() < 2 || !(is_ascii_letter(label[1]) || static_cast<unsigned char>(label[1]) >= 0x80);
    return !letter || kPartners.find(own + ascii_lower(label.substr(0, 1))) != std::string_view::npos;
  }
  return false;
}

/// "S3:" and "P0:" are labels where their answers have the letter of the same language.
void settle_foreign_letters(Outline& outline) {
  std::vector<std::size_t> letters;
  std::size_t answered = 0;
  for (std::size_t i = 0; i < outline.units.size(); ++i) {
    if (!is_foreign_letter(outline, outline.units[i])) continue;
    letters.push_back(i);
    answered += has_partner(outline, i);
  }
  if (answered * 2 >= letters.size()) return;
  for (const std::size_t i : letters) {
    outline.units[i].lead = {};
    outline.units[i].likeness = question_likeness(outline.chars(outline.units[i]));
  }
}

/// The number of a line that holds nothing but "Q12"; "" for any other.
std::string counter_of(std::string_view chars) {
  const std::size_t begin = chars.find_first_not_of(" *_#");
  if (begin == std::string_view::npos || (chars[begin] != 'Q' && chars[begin] != 'q')) return {};
  const std::string_view number = trimmed(chars.substr(begin + 1));
  const bool digits = !number.empty() && number.find_first_not_of("0123456789") == std::string_view::npos;
  return digits && number.size() < 5 ? std::string(number) : std::string();
}

/// "### Q1" counts what asks below it, and is no quarter of a year.
void settle_counters(Outline& outline) {
  std::vector<std::size_t> counters;
  std::size_t asking = 0;
  std::size_t told = 0;  // an answer or choices stand below
  for (std::size_t i = 0; i + 1 < outline.units.size(); ++i) {
    const Unit& unit = outline.units[i];
    if (unit.lead.kind != LabelKind::none || (unit.kind != UnitKind::heading && !unit.strong)) continue;
    if (counter_of(outline.chars(unit)).empty()) continue;
    counters.push_back(i);
    const Unit& next = outline.units[i + 1];
    asking += next.likeness >= 0.8;
    told += next.likeness < 0.8 && (next.lead.kind == LabelKind::answer || choices_follow(outline, i + 1));
  }
  if (asking < 2 || (asking + told) * 3 < counters.size() * 2) return;
  for (const std::size_t i : counters)
    outline.units[i].lead = {LabelKind::question, counter_of(outline.chars(outline.units[i])),
                             outline.units[i].chars.size(), true};
}

bool ends_fold(const Outline& outline, const Unit& unit) {
  const std::vector<Inline>& runs = outline.block(unit).inlines;
  return std::any_of(runs.begin(), runs.end(), [](const Inline& run) { return run.target == "/details"; });
}

/// The unit that asks what the fold at `fold` answers: the item that holds it, or the first paragraph or the heading
/// above it; `fold` where none does, or where another line there asks anyway.
std::size_t asked_above(const Outline& outline, std::size_t fold) {
  const std::uint8_t depth = outline.block(outline.units[fold]).list_depth;
  std::size_t first = fold;
  for (std::size_t i = fold; i-- > 0;) {
    const Unit& unit = outline.units[i];
    if (unit.kind == UnitKind::summary || unit.kind == UnitKind::rule || ends_fold(outline, unit)) break;
    if (unit.lead.alone || unit.likeness >= 0.8) return fold;
    if (unit.kind == UnitKind::heading) return first == fold ? i : first;
    if (unit.kind != UnitKind::line || unit.chars.empty()) continue;
    const bool item = outline.marker(unit).kind != Marker::Kind::none && outline.block(unit).list_depth <= depth;
    if (depth > 0 && item) return i;
    if (depth == 0 && unit.first && outline.block(unit).list_depth == 0) first = i;
  }
  return depth > 0 ? fold : first;
}

/// What stands above a fold that names the answer asks, whatever its words.
void settle_folds(Outline& outline) {
  constexpr double kAsked = 1;
  std::vector<std::size_t> asked;
  for (std::size_t i = 0; i < outline.units.size(); ++i) {
    const Unit& unit = outline.units[i];
    if (unit.kind != UnitKind::summary || !names_answer(outline.chars(unit))) continue;
    asked.push_back(asked_above(outline, i));
    if (asked.back() == i) asked.back() = outline.units.size();
  }
  if (asked.size() < 2) return;
  for (const std::size_t i : asked)
    if (i < outline.units.size()) outline.units[i].likeness = std::max(outline.units[i].likeness, kAsked);
}

}  // namespace

Outline outline_of(std::string_view source, std::vector<Block>& blocks) {
  Outline outline = Builder(source, blocks).take();
  settle_letters(outline);
  settle_foreign_letters(outline);
  settle_counters(outline);
  settle_bare_leads(outline);
  settle_folds(outline);
  outline.answer_titles = answer_titles_of(outline);
  return outline;
}

}  // namespace quizlint
