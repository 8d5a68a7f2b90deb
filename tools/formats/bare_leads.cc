#include "formats/bare_leads.h"

#include <algorithm>
#include <cstdlib>

#include "formats/choices/option.h"
#include "text/text.h"
#include "text/utf8.h"

namespace quizlint {
namespace {

/// Fewer of a kind show no way to mark up questions.
constexpr std::size_t kFewest = 2;

bool is_paragraph(const Outline& outline, const Unit& unit) {
  const Block& block = outline.block(unit);
  return unit.kind == UnitKind::line && block.list_depth == 0 && block.quote_depth == 0;
}

/// The end of a lead and of a remark behind it: "9. (Applied) ".
Offset behind_remark(std::string_view chars, Offset lead) {
  constexpr std::size_t kLongest = 40;
  if (lead >= chars.size() || chars[lead] != '(') return lead;
  const std::size_t close = chars.find(')', lead);
  return close == std::string_view::npos || close - lead > kLongest ? lead : static_cast<Offset>(close + 2);
}

/// Whether a number alone is bold in front of the paragraph, or with a remark: "**3.** Name the layers."
bool has_bold_number(const Outline& outline, const Unit& unit) {
  if (!is_paragraph(outline, unit) || !unit.first) return false;
  const Lead& lead = unit.lead;
  if (lead.kind != LabelKind::none || lead.number.empty() || lead.alone) return false;
  const std::vector<Inline>& inlines = outline.block(unit).inlines;
  const Offset end = unit.chars.begin + behind_remark(outline.chars(unit), lead.size);
  return std::any_of(inlines.begin(), inlines.end(), [&](const Inline& run) {
    return run.kind == InlineKind::strong && run.chars.begin <= unit.chars.begin + 1 && run.chars.end <= end;
  });
}

/// Bold numbers that count on count questions, where most of them ask or have choices.
void settle_bold_numbers(Outline& outline) {
  std::vector<std::size_t> numbered;
  std::size_t asking = 0;
  std::size_t rising = 0;
  int last = 0;
  for (std::size_t i = 0; i < outline.units.size(); ++i) {
    const Unit& unit = outline.units[i];
    if (!has_bold_number(outline, unit)) continue;
    const int number = std::atoi(unit.lead.number.c_str());
    rising += number == last + 1 || numbered.empty();
    last = number;
    numbered.push_back(i);
    asking += unit.likeness >= 0.8 || choices_follow(outline, i);
  }
  if (asking < kFewest || asking * 3 < numbered.size() || rising * 2 < numbered.size()) return;
  for (const std::size_t i : numbered) outline.units[i].lead.kind = LabelKind::question;
}

/// The unit that asks what the answer's label at `label` answers: the line right above in its paragraph, or the
/// paragraph above; npos where that is marked up otherwise.
std::size_t asked_above(const Outline& outline, std::size_t label) {
  constexpr std::size_t kNone = std::string::npos;
  constexpr std::size_t kLongest = 400;  // bytes of a line that asks
  if (label == 0) return kNone;
  const Unit& unit = outline.units[label];
  std::size_t above = label - 1;
  const std::uint32_t block = outline.units[above].block;
  const bool same = block == unit.block;
  if (same != !unit.first) return kNone;
  // A paragraph with no answer in it asks as a whole: its first line begins the question.
  std::size_t begin = above;
  while (begin > 0 && outline.units[begin - 1].block == block) --begin;
  const bool answered = std::any_of(outline.units.begin() + static_cast<std::ptrdiff_t>(begin),
                                    outline.units.begin() + static_cast<std::ptrdiff_t>(label),
                                    [](const Unit& line) { return line.lead.kind != LabelKind::none; });
  if (!answered) above = begin;
  const Unit& asked = outline.units[above];
  if (!is_paragraph(outline, asked) || asked.strong || asked.lead.kind != LabelKind::none) return kNone;
  return asked.chars.empty() || asked.chars.size() > kLongest ? kNone : above;
}

/// Where answers alone are labelled, with a word, what stands right above them asks.
void settle_asked_lines(Outline& outline) {
  std::vector<std::size_t> asked;
  std::size_t answers = 0;
  std::size_t asking = 0;
  for (std::size_t i = 0; i < outline.units.size(); ++i) {
    const Unit& unit = outline.units[i];
    if (unit.lead.kind != LabelKind::answer || unit.kind == UnitKind::cell || unit.kind == UnitKind::summary) continue;
    ++answers;
    if (unit.kind != UnitKind::line || unit.lead.size < 3) continue;
    const std::size_t above = asked_above(outline, i);
    if (above == std::string::npos) continue;
    asked.push_back(above);
    asking += outline.units[above].likeness >= 0.5;
  }
  if (asked.size() < kFewest || asked.size() * 2 < answers || asking * 3 < asked.size()) return;
  for (const std::size_t i : asked) {
    Lead& lead = outline.units[i].lead;
    lead.kind = LabelKind::question;
    lead.alone = false;
  }
}

/// What begins with a bold question asks, however long the answer behind it is.
void settle_bold_questions(Outline& outline) {
  constexpr double kAsks = 0.9;
  for (Unit& unit : outline.units)
    if (unit.likeness < kAsks && begins_bold_question(outline, unit)) unit.likeness = kAsks;
}

}  // namespace

bool begins_bold_question(const Outline& outline, const Unit& unit) {
  if (unit.kind != UnitKind::line && unit.kind != UnitKind::heading) return false;
  const Offset begin = unit.chars.begin + unit.lead.size;
  for (const Inline& run : outline.block(unit).inlines) {
    if (run.kind != InlineKind::strong || run.chars.end <= begin) continue;
    if (run.chars.begin > begin + 1 || run.chars.end >= unit.chars.end) return false;
    const std::string_view bold = trimmed(slice(outline.block(unit).text.chars(), {begin, run.chars.end}));
    return bold.ends_with('?') || bold.ends_with("？");
  }
  return false;
}

bool choices_follow(const Outline& outline, std::size_t i) {
  for (std::size_t next = i + 1; next < outline.units.size() && next <= i + 3; ++next) {
    const std::optional<Option> option = option_at(outline, outline.units[next]);
    if (option && option->rank <= 1) return true;
    if (outline.units[next].kind == UnitKind::heading || has_bold_number(outline, outline.units[next])) return false;
  }
  return false;
}

void settle_bare_leads(Outline& outline) {
  settle_bold_questions(outline);
  settle_bold_numbers(outline);
  settle_asked_lines(outline);
}

}  // namespace quizlint
