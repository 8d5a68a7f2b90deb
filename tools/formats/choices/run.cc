#include "formats/choices/run.h"

#include <algorithm>

#include "formats/choices/key.h"
#include "formats/wording.h"
#include "text/utf8.h"

namespace quizlint {
namespace {

bool is_boxed(const Option& option) {
  return option.form == ChoiceForm::box || option.form == ChoiceForm::radio;
}

bool has_image(const Outline& outline, const Unit& unit) {
  for (const Inline& run : outline.block(unit).inlines)
    if (run.kind == InlineKind::image) return true;
  return false;
}

/// Code, or an image alone: what stands below a choice that is only a letter.
bool is_figure(const Outline& outline, const Unit& unit) {
  if (unit.kind == UnitKind::code) return true;
  return unit.kind == UnitKind::line && has_image(outline, unit) && outline.chars(unit).empty();
}

/// Whether a unit lies in the list item that a choice begins, or in the same paragraph.
bool is_inside(const Outline& outline, const RunOption& option, std::size_t i) {
  const Unit& first = outline.units[option.begin];
  const Unit& unit = outline.units[i];
  if (unit.block == first.block) return true;
  const Block& block = outline.block(unit);
  const bool item = outline.marker(first).kind != Marker::Kind::none;
  if (item && block.list_depth == option.option.depth)
    return outline.marker(unit).kind == Marker::Kind::none && block.details_depth == outline.block(first).details_depth;
  return block.list_depth > option.option.depth;
}

/// A label of a key, an explanation or a source ends the choices.
bool ends_choices(const Outline& outline, const Unit& unit) {
  if (unit.kind == UnitKind::summary || unit.kind == UnitKind::heading || unit.kind == UnitKind::rule) return true;
  if (unit.kind != UnitKind::line) return false;
  const std::string_view chars = outline.chars(unit);
  if (key_label(chars) > 0) return true;
  return label_end(chars, "labels/explanation") > 0 || label_end(chars, "labels/reference") > 0;
}

bool is_bare_label(const RunOption& option) {
  return option.option.chars.size() <= 2;
}

/// Whether the last choice has a figure below it: it is only a letter, or all before it have one.
bool has_figure(const Outline& outline, const Run& run) {
  if (is_bare_label(run.options.back())) return true;
  if (run.options.size() < 2) return false;
  return std::all_of(run.options.begin(), run.options.end() - 1, [&](const RunOption& option) {
    for (std::size_t u = option.begin + 1; u < option.end; ++u)
      if (is_figure(outline, outline.units[u])) return true;
    return false;
  });
}

/// Whether a unit stands below a choice that is only a letter: a figure, or a list item.
bool is_below_label(const Outline& outline, const RunOption& option, std::size_t i) {
  return is_bare_label(option) && outline.marker(outline.units[i]).kind == Marker::Kind::ordered;
}

/// Ends every choice where the next begins, and the last where its item ends.
void settle_ends(const Outline& outline, Run& run, std::size_t end) {
  for (std::size_t i = 0; i < run.options.size(); ++i) {
    RunOption& option = run.options[i];
    const bool last = i + 1 == run.options.size();
    const std::size_t limit = last ? end : run.options[i + 1].begin;
    option.end = option.begin + 1;
    bool figures = last && has_figure(outline, run);
    while (option.end < limit) {
      const Unit& unit = outline.units[option.end];
      const bool quoted = outline.block(unit).quote_depth > outline.block(outline.units[option.begin]).quote_depth;
      if (ends_choices(outline, unit) || quoted) break;
      const bool figure = figures && (is_figure(outline, unit) || is_below_label(outline, option, option.end));
      if (last && !figure && !is_inside(outline, option, option.end)) break;
      figures = figures && (!figure || unit.kind == UnitKind::line);
      ++option.end;
    }
  }
}

/// Takes letters off the texts of boxes where they run A, B, C: "- [ ] A" above code, "- [x] B. text".
void take_letters(const Outline& outline, Run& run) {
  std::vector<Offset> sizes;
  for (std::size_t i = 0; i < run.options.size(); ++i) {
    const RunOption& option = run.options[i];
    const std::string& text = outline.block(outline.units[option.begin]).text.chars();
    const std::string_view chars = slice(text, option.option.chars);
    if (chars.empty() || chars[0] != static_cast<char>('A' + i)) return;
    Offset size = 1;
    while (size < chars.size() && std::string_view(".): ").find(chars[size]) != std::string_view::npos) ++size;
    if (size == 1 && chars.size() > 1) return;
    sizes.push_back(size);
  }
  if (sizes.size() < 2) return;
  for (std::size_t i = 0; i < run.options.size(); ++i) {
    Option& option = run.options[i].option;
    option.label = std::string(1, static_cast<char>('A' + i));
    option.rank = static_cast<std::uint32_t>(i + 1);
    option.chars.begin += sizes[i];
  }
}

/// Whether a unit asks a question of its own: what follows it are other choices.
bool asks(const Outline& outline, std::size_t i, const Run& run) {
  const Unit& unit = outline.units[i];
  if (unit.kind != UnitKind::line || outline.block(unit).list_depth > run.options.back().option.depth) return false;
  const Block& block = outline.block(unit);
  if (unit.block == outline.units[run.options.back().begin].block || block.quote_depth > 0) return false;
  return question_likeness(outline.chars(unit)) >= 0.8;
}

/// All boxes of the shallowest depth at which one stands, up to what asks anew.
Run boxes(const Outline& outline, Body body) {
  Run run;
  for (std::size_t i = body.begin; i < body.end; ++i) {
    const std::optional<Option> option = option_at(outline, outline.units[i]);
    if (!option || !is_boxed(*option)) {
      if (!run.empty() && asks(outline, i, run)) break;
      continue;
    }
    if (!run.empty() && option->depth < run.options[0].option.depth && option->depth > 0) run.options.clear();
    if (run.empty() || option->depth <= run.options[0].option.depth) run.options.push_back({*option, i, i + 1});
  }
  return run;
}

/// The row of letters that begins with the first one and rises by one. Two rows before any key belong to two questions
/// that a layout took for one: then there is none.
Run letters(const Outline& outline, Body body) {
  Run row;
  Run run;
  for (std::size_t i = body.begin; i < body.end; ++i) {
    const std::optional<Option> option = option_at(outline, outline.units[i]);
    if (!option || is_boxed(*option)) {
      if (row.options.size() > 1 && ends_choices(outline, outline.units[i])) break;
      continue;
    }
    const bool goes_on = !run.empty() && option->form == run.form() && option->rank == run.options.size() + 1;
    if (!goes_on && option->rank != 1) continue;
    if (!goes_on) run.options.clear();
    run.options.push_back({*option, i, i + 1});
    if (run.options.size() < 2) continue;
    if (run.options.size() == 2 && !row.empty()) return {};
    row = run;
  }
  return row;
}

}  // namespace

Run marked_run(const Outline& outline, Body body) {
  Run run = boxes(outline, body);
  if (run.options.size() < 2)
    if (Run row = letters(outline, body); row.options.size() > 1) run = std::move(row);
  if (run.empty()) return run;
  settle_ends(outline, run, body.end);
  if (is_boxed(run.options[0].option)) take_letters(outline, run);
  return run;
}

Run plain_run(const Outline& outline, Body body) {
  Run run;
  for (std::size_t i = body.begin; i < body.end; ++i) {
    if (!run.empty() && ends_choices(outline, outline.units[i])) break;
    const std::optional<Option> option = plain_option_at(outline, outline.units[i]);
    if (!option) continue;
    if (run.empty()) {
      if (option->form == ChoiceForm::number && option->rank != 1) continue;
      run.options.push_back({*option, i, i + 1});
      continue;
    }
    const bool alike = option->form == run.form() && option->depth == run.options[0].option.depth;
    const bool next = option->form == ChoiceForm::bullet || option->rank == run.options.size() + 1;
    if (alike && next) run.options.push_back({*option, i, i + 1});
  }
  if (run.options.size() < 2) return {};
  settle_ends(outline, run, body.end);
  return run;
}

}  // namespace quizlint
