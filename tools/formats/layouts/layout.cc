#include "formats/layouts/layout.h"

#include "formats/wording.h"
#include "text/utf8.h"

namespace quizlint {

Mark whole(const Unit& unit, Role role) {
  Mark mark;
  mark.role = role;
  mark.chars = unit.chars;
  return mark;
}

namespace {

Offset behind_symbols(std::string_view text, Span chars) {
  Offset at = chars.begin;
  bool seen = false;
  while (at < chars.end) {
    const CodePoint point = decode(text, at);
    if (!is_symbol(point.value) && !(seen && point.value == ' ')) break;
    seen = true;
    at += point.size;
  }
  return at < chars.end ? at : chars.begin;
}

/// Takes `[[src](url)]` off the end: where the question comes from is no part of it.
Span without_sources(const Block& block, Span chars) {
  for (;;) {
    const std::string_view text = slice(block.text.chars(), chars);
    const std::size_t open = text.rfind('[');
    if (!text.ends_with(']') || open == std::string_view::npos || open == 0) return chars;
    const Span inner{chars.begin + static_cast<Offset>(open) + 1, chars.end - 1};
    const bool linked = std::ranges::any_of(runs_from(block, inner.begin, inner.begin), [&](const Inline& run) {
      return run.kind == InlineKind::link && run.chars.end <= inner.end;
    });
    if (!linked) return chars;
    chars = trimmed(block.text.chars(), {chars.begin, inner.begin - 1});
  }
}

/// Where an answer's label begins within the text behind a question ("… ? A: …"), or npos.
std::size_t inner_label(std::string_view text) {
  for (std::size_t at = text.find('?'); at != std::string_view::npos; at = text.find('?', at + 1)) {
    std::size_t begin = text.find_first_not_of(" ?", at);
    if (begin == std::string_view::npos) break;
    for (const std::string_view dash : {"— ", "– ", "- "})
      if (text.substr(begin).starts_with(dash)) begin += dash.size();
    if (begin >= text.size()) break;
    const Lead lead = lead_of(text.substr(begin));
    if (lead.kind == LabelKind::answer && !lead.alone) return begin;
  }
  return std::string_view::npos;
}

/// Where an arrow behind the question mark leads to the answer ("… ? In which port? → In the old one."), or npos.
std::size_t inner_arrow(std::string_view text) {
  const std::size_t mark = text.find('?');
  if (mark == std::string_view::npos) return mark;
  for (const std::string_view arrow : {" → ", " => ", " -> "}) {
    const std::size_t at = text.find(arrow, mark);
    if (at != std::string_view::npos && at - mark < 80) return at + arrow.size();
  }
  return std::string_view::npos;
}

/// `chars` without a dash or a colon in front.
Span without_dash(std::string_view text, Span chars) {
  chars = trimmed(text, chars);
  for (const std::string_view dash : {"- ", "– ", "— ", ": "})
    if (slice(text, chars).starts_with(dash)) chars.begin += static_cast<Offset>(dash.size());
  return chars;
}

/// `chars` without a dash behind its last word.
Span without_last_dash(std::string_view text, Span chars) {
  chars = trimmed(text, chars);
  for (const std::string_view dash : {" -", " –", " —"})
    if (slice(text, chars).ends_with(dash)) chars.end -= static_cast<Offset>(dash.size());
  return trimmed(text, chars);
}

bool begins_with_link(const Block& block, Span chars) {
  return std::ranges::any_of(runs_from(block, chars.begin, chars.begin),
                             [](const Inline& run) { return run.kind == InlineKind::link && !run.chars.empty(); });
}

/// The end of a bold run that begins a question, and asks or has a dash and a link behind it; or the question's own
/// begin.
Offset bold_end(const Block& block, Span question) {
  const std::string& text = block.text.chars();
  constexpr Offset kLead = 64;  // bytes of a label and a number, which may be in the run
  const Offset first = question.begin - std::min(question.begin, kLead);
  for (const Inline& run : runs_from(block, first, question.begin + 1)) {
    if (run.kind != InlineKind::strong || run.chars.end <= question.begin) continue;
    const Span bold{question.begin, std::min(run.chars.end, question.end)};
    if (question_likeness(slice(text, bold)) >= 0.8) return bold.end;
    const Span rest = without_dash(text, {bold.end, question.end});
    if (rest.begin > bold.end + 1 && begins_with_link(block, rest)) return bold.end;
  }
  return question.begin;
}

/// Whether the text of a link says that the answer stands there, or is but a sign.
bool leads_to_answer(std::string_view text) {
  if (announces_answer(text)) return true;
  const std::string lower = folded(text);
  for (const std::string_view begin : {"learn", "read ", "see ", "link", "here"})
    if (lower.starts_with(begin)) return true;
  Offset at = 0;
  while (at < text.size()) {
    const CodePoint point = decode(text, at);
    if (!is_symbol(point.value)) return false;
    at += point.size;
  }
  return true;
}

/// Where a link to the answer ends the question ("… ? [Answer](url)"), with the dash before it; or the question's end.
Span answer_link(const Block& block, Span question) {
  const std::string& text = block.text.chars();
  for (const Inline& run : runs_from(block, question.begin + 1, question.end)) {
    if (run.kind != InlineKind::link || run.chars.end != question.end) continue;
    if (run.target.starts_with('#') || !leads_to_answer(slice(text, run.chars))) continue;
    const std::string_view before = trimmed(slice(text, {question.begin, run.chars.begin}));
    if (before.ends_with('?') || before.ends_with('.') || before.ends_with(" -") || before.ends_with(" –"))
      return run.chars;
  }
  return {question.end, question.end};
}

/// `text` without a remark in front, such as "(easy)": it says nothing about the matter.
Span without_remark(std::string_view text, Span chars) {
  const std::string_view rest = slice(text, chars);
  const bool round = rest.starts_with('(');
  const std::size_t end = round || rest.starts_with('[') ? rest.find(round ? ')' : ']') : std::string_view::npos;
  if (end == std::string_view::npos || end > 24) return chars;
  return trimmed(text, {chars.begin + static_cast<Offset>(end) + 1, chars.end});
}

void split_link(const Block& block, Mark& mark) {
  const Span link = answer_link(block, mark.chars);
  if (link.empty()) return;
  mark.answer = link;
  mark.chars = trimmed(block.text.chars(), {mark.chars.begin, link.begin});
  for (const std::string_view dash : {"-", "–"})
    if (slice(block.text.chars(), mark.chars).ends_with(dash)) mark.chars.end -= static_cast<Offset>(dash.size());
  mark.chars = trimmed(block.text.chars(), mark.chars);
}

}  // namespace

void split_answer(const Outline& outline, const Unit& unit, Mark& mark) {
  const Block& block = outline.block(unit);
  const std::string& text = block.text.chars();
  if (const std::size_t at = inner_label(slice(text, mark.chars)); at != std::string_view::npos) {
    const Span rest{mark.chars.begin + static_cast<Offset>(at), mark.chars.end};
    mark.answer = {rest.begin + lead_of(slice(text, rest)).size, rest.end};
    mark.labelled = true;
    mark.chars = without_last_dash(text, {mark.chars.begin, rest.begin});
    return;
  }
  const Offset end = bold_end(block, mark.chars);
  if (end == mark.chars.begin) {
    const std::size_t at = inner_arrow(slice(text, mark.chars));
    if (at == std::string_view::npos) return split_link(block, mark);
    const Offset answer = mark.chars.begin + static_cast<Offset>(at);
    mark.answer = {answer, mark.chars.end};
    const std::string_view before = trimmed(slice(text, {mark.chars.begin, answer}));
    const std::size_t arrow = before.find_last_of(" ");
    mark.chars = trimmed(text, {mark.chars.begin, mark.chars.begin + static_cast<Offset>(arrow)});
    return;
  }
  mark.answer = without_remark(text, without_dash(text, {end, mark.chars.end}));
  if (mark.answer.size() < 3) mark.answer = {};
  if (mark.answer.empty()) return;
  mark.chars = trimmed(text, {mark.chars.begin, end});
}

Mark question_at(const Outline& outline, const Unit& unit) {
  Mark mark = whole(unit, Role::question);
  const std::string& text = outline.block(unit).text.chars();
  mark.chars.begin = behind_symbols(text, mark.chars);
  const Lead lead = lead_of(slice(text, mark.chars));
  const bool labelled = lead.kind == LabelKind::question || (lead.kind == LabelKind::none && !lead.number.empty());
  if (labelled && !lead.alone) mark.chars.begin += lead.size;
  mark.number = lead.number;
  mark.chars.begin = behind_symbols(text, mark.chars);
  mark.chars = without_sources(outline.block(unit), mark.chars);
  const Marker marker = outline.marker(unit);
  if (mark.number.empty() && marker.kind == Marker::Kind::ordered) mark.number = std::to_string(marker.number);
  return mark;
}

namespace {

/// An arrow or the colon of a definition in front of an answer's first line, and the blanks behind it.
Offset arrow_size(std::string_view chars) {
  for (const std::string_view arrow : {"-> ", "--> ", "=> ", "→ ", "➜ ", "➡ ", ": ", ":   "})
    if (chars.starts_with(arrow)) return static_cast<Offset>(arrow.size());
  return 0;
}

/// The part that a label at the start of a unit announces, or none.
Role announced(const Outline& outline, const Unit& unit, Lead& lead) {
  const std::string_view chars = outline.chars(unit);
  if (unit.kind == UnitKind::summary && (announces_answer(chars) || unit.likeness < 0.5)) {
    lead.size = unit.chars.size();
    return Role::answer;
  }
  if (unit.kind != UnitKind::line && unit.kind != UnitKind::heading) return Role::none;
  lead = unit.lead;
  if (lead.kind == LabelKind::answer) return Role::answer;
  if (lead.kind == LabelKind::explanation) return Role::explanation;
  return Role::none;
}

bool gives_hint(const Outline& outline, const Unit& unit) {
  const Lead lead = lead_of(outline.chars(unit));
  return unit.kind == UnitKind::line && unit.first && lead.kind == LabelKind::hint && !lead.alone;
}

}  // namespace

namespace {

/// The fold that names the answer of the question at `i`, or the number of units where none follows.
std::size_t answer_fold(const Outline& outline, const Marks& marks, std::size_t i) {
  while (++i < marks.size() && marks[i].role != Role::question && marks[i].role != Role::section)
    if (outline.units[i].kind == UnitKind::summary && names_answer(outline.chars(outline.units[i]))) return i;
  return marks.size();
}

/// Where most answers are folded, what stands between a question and its fold goes on with the question.
void claim_stems_to_folds(const Outline& outline, Marks& marks) {
  std::vector<Span> stems;
  std::size_t questions = 0;
  for (std::size_t i = 0; i < marks.size(); ++i) {
    if (marks[i].role != Role::question) continue;
    ++questions;
    const std::size_t fold = answer_fold(outline, marks, i);
    if (fold < marks.size()) stems.push_back({static_cast<Offset>(i + 1), static_cast<Offset>(fold)});
  }
  if (stems.size() * 2 < questions) return;
  for (const Span stem : stems)
    for (std::size_t i = stem.begin; i < stem.end; ++i) {
      const UnitKind kind = outline.units[i].kind;
      if (marks[i].role != Role::none || kind == UnitKind::rule || kind == UnitKind::markup) continue;
      if (outline.units[i].lead.kind == LabelKind::answer || kind == UnitKind::summary) break;
      marks[i] = whole(outline.units[i], Role::stem);
    }
}

}  // namespace

void claim_bodies(const Outline& outline, Marks& marks) {
  claim_stems_to_folds(outline, marks);
  Role part = Role::none;
  constexpr std::uint32_t kNowhere = UINT32_MAX;
  std::uint32_t hint = kNowhere;  // the block that gives one: it helps to answer, and is no answer
  for (std::size_t i = 0; i < marks.size(); ++i) {
    Mark& mark = marks[i];
    if (mark.role == Role::question) part = Role::answer;
    if (mark.role == Role::section) part = Role::none;
    if (mark.role != Role::none || part == Role::none) continue;
    const Unit& unit = outline.units[i];
    Lead lead;
    if (gives_hint(outline, unit)) hint = unit.block;
    if (hint == unit.block && announced(outline, unit, lead) == Role::none) {
      mark = whole(unit, Role::furniture);
      continue;
    }
    hint = kNowhere;
    const Role said = announced(outline, unit, lead);
    if (said != Role::none) part = said;
    const bool begins = i > 0 && (marks[i - 1].role == Role::question || marks[i - 1].role == Role::stem);
    mark = whole(unit, unit.kind == UnitKind::rule || unit.kind == UnitKind::markup ? Role::furniture : part);
    if (begins && unit.kind == UnitKind::line) mark.chars.begin += arrow_size(outline.chars(unit));
    if (said == Role::none) continue;
    mark.labelled = true;
    mark.chars.begin += lead.size;
  }
}

}  // namespace quizlint
