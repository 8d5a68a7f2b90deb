#include "formats/choices/choices.h"

#include <algorithm>
#include <optional>

#include "formats/choices/key.h"
#include "formats/choices/run.h"
#include "formats/wording.h"
#include "text/text.h"
#include "text/utf8.h"
#include "text/words.h"

namespace quizlint {
namespace {

/// Choices of more words on average than this, without a key, are a list in an answer.
constexpr std::size_t kMostWords = 30;
/// The share of a bank's questions that must have choices for letters without a key to be some.
constexpr double kLeastShare = 0.3;

/// A unit that holds the key and what it names.
struct KeyPlace {
  std::size_t unit = 0;
  Offset text = 0;  ///< bytes of the unit's text before the key
  bool named = false;
};

struct Candidate {
  std::size_t question = 0;
  Body body;
  Run run;
  std::vector<KeyPlace> keys;
  bool labelled = false;  ///< an answer's label stands before the choices
  bool accepted = false;
};

std::string normal(std::string_view text) {
  std::string out;
  for (const char c : folded(text))
    if (!is_ascii_space(c) && c != '.' && c != '"' && c != '\'' && c != '`') out += c;
  return out;
}

std::string_view first_line(const Outline& outline, const RunOption& option) {
  return slice(outline.block(outline.units[option.begin]).text.chars(), option.option.chars);
}

bool has_label(const Run& run, std::string_view label) {
  const std::string wanted = ascii_lower(label);
  return std::any_of(run.options.begin(), run.options.end(),
                     [&](const RunOption& option) { return ascii_lower(option.option.label) == wanted; });
}

bool names_text(const Outline& outline, const Run& run, std::string_view text) {
  const std::string wanted = normal(text);
  return !wanted.empty() && std::any_of(run.options.begin(), run.options.end(), [&](const RunOption& option) {
    return option.end == option.begin + 1 && normal(first_line(outline, option)) == wanted;
  });
}

/// Whether a text is a key for the choices: labels of theirs, or the text of one.
bool is_key(const Outline& outline, const Run& run, std::string_view text, bool sure) {
  const bool numbers = run.form() == ChoiceForm::number;
  const NamedKeys named = keys_named(text, numbers);
  const bool labels = !run.options[0].option.label.empty();
  if (labels && !named.labels.empty()) {
    const bool all = std::all_of(named.labels.begin(), named.labels.end(),
                                 [&](const std::string& label) { return has_label(run, label); });
    if (all || (sure && named.end >= text.size() && !numbers)) return true;
  }
  return names_text(outline, run, text);
}

bool is_readable(const Unit& unit) {
  return unit.kind == UnitKind::line || unit.kind == UnitKind::heading || unit.kind == UnitKind::summary ||
         unit.kind == UnitKind::cell;
}

/// A label of up to three words that we do not know, with nothing but a label of the choices behind it: "Répondre: C".
Offset foreign_label(const Run& run, std::string_view chars) {
  const std::size_t colon = chars.rfind(':');
  if (run.options[0].option.label.empty() || colon == std::string_view::npos || chars.size() - colon > 4) return 0;
  const std::string_view key = trimmed(chars.substr(colon + 1));
  const bool named = key.size() == 1 && is_upper(decode(key, 0).value) && has_label(run, key);
  return named && count_words(chars.substr(0, colon)) <= 3 ? static_cast<Offset>(chars.size() - key.size()) : 0;
}

/// The key behind the choices: a label with labels or a text, a label and below it one or several, or labels alone.
std::vector<KeyPlace> keys_of(const Outline& outline, const Run& run, std::size_t end) {
  std::vector<KeyPlace> keys;
  bool open = false;
  for (std::size_t i = run.end(); i < end; ++i) {
    const Unit& unit = outline.units[i];
    if (!is_readable(unit)) continue;
    const std::string_view chars = outline.chars(unit);
    if (chars.empty()) continue;
    Offset label = key_label(chars);
    if (label == 0) label = foreign_label(run, chars);
    const std::string_view text = chars.substr(label);
    if (label > 0 && text.empty()) {
      if (open && !keys.empty() && keys.back().named) break;
      keys.push_back({i, label, false});
      open = true;
      continue;
    }
    if ((label > 0 || open) && is_key(outline, run, text, label > 0)) {
      keys.push_back({i, label, true});
      open = open || label == 0;
      continue;
    }
    if (!keys.empty() && keys.back().named) break;
    if (unit.kind == UnitKind::summary && keys.empty() && announces_answer(chars)) {
      keys.push_back({i, unit.chars.size(), false});
      open = true;
      continue;
    }
    if (label > 0 || open) break;
  }
  return keys;
}

bool is_named(const std::vector<KeyPlace>& keys) {
  return std::any_of(keys.begin(), keys.end(), [](const KeyPlace& key) { return key.named; });
}

bool is_boxes(const Run& run) {
  return run.form() == ChoiceForm::box || run.form() == ChoiceForm::radio;
}

/// Whether a label of an answer stands in [begin, end).
bool labelled_between(const Outline& outline, const Marks& marks, std::size_t begin, std::size_t end) {
  for (std::size_t i = begin; i < end; ++i) {
    if (marks[i].role != Role::answer && marks[i].role != Role::explanation) continue;
    if (marks[i].labelled && label_end(outline.chars(outline.units[i]), "labels/options") == 0) return true;
  }
  return false;
}

/// A choice that all alone is strong is right where no other mark or key says so.
void read_strong_key(const Outline& outline, Candidate& candidate) {
  std::size_t strong = 0;
  RunOption* key = nullptr;
  for (RunOption& option : candidate.run.options) {
    if (option.option.correct) return;
    if (!outline.units[option.begin].strong) continue;
    ++strong;
    key = &option;
  }
  if (strong == 1 && candidate.run.options.size() > 2) key->option.correct = true;
}

std::size_t ticked(const Run& run) {
  return static_cast<std::size_t>(std::count_if(run.options.begin(), run.options.end(),
                                                [](const RunOption& option) { return option.option.correct; }));
}

Candidate candidate_of(const Outline& outline, const Marks& marks, std::size_t question, std::size_t end) {
  Candidate candidate;
  candidate.question = question;
  candidate.body = {question + 1, end};
  candidate.run = marked_run(outline, candidate.body);
  if (!candidate.run.empty()) candidate.keys = keys_of(outline, candidate.run, end);
  const bool marked = !candidate.run.empty() && (is_boxes(candidate.run) || is_named(candidate.keys));
  if (!marked) {
    Run plain = plain_run(outline, candidate.body);
    std::vector<KeyPlace> keys;
    if (!plain.empty()) keys = keys_of(outline, plain, end);
    if (is_named(keys)) {
      candidate.run = std::move(plain);
      candidate.keys = std::move(keys);
    }
  }
  if (candidate.run.empty()) return candidate;
  candidate.labelled = labelled_between(outline, marks, question + 1, candidate.run.begin());
  if (!is_named(candidate.keys) && !is_boxes(candidate.run)) read_strong_key(outline, candidate);
  return candidate;
}

std::vector<Candidate> candidates_of(const Outline& outline, const Marks& marks) {
  std::vector<Candidate> candidates;
  std::size_t i = 0;
  while (i < marks.size()) {
    if (marks[i].role != Role::question) {
      ++i;
      continue;
    }
    std::size_t end = i + 1;
    while (end < marks.size() && marks[end].role != Role::question && marks[end].role != Role::section) ++end;
    candidates.push_back(candidate_of(outline, marks, i, end));
    i = end;
  }
  return candidates;
}

/// What needs no look at the other questions: boxes before any answer, or a key that names labels.
bool is_sure(const Candidate& candidate) {
  if (candidate.run.options.size() < 2) return false;
  const std::size_t right = ticked(candidate.run);
  if (is_boxes(candidate.run)) return !candidate.labelled || (right > 0 && right < candidate.run.options.size());
  if (candidate.labelled) return false;
  return is_named(candidate.keys) || right > 0;
}

bool is_short(const Outline& outline, const Run& run) {
  std::size_t words = 0;
  for (const RunOption& option : run.options) words += count_words(first_line(outline, option));
  return words <= kMostWords * run.options.size();
}

/// Whether prose that asks nothing stands between a question that does and its letters: they belong to an answer.
bool is_answered_before(const Outline& outline, const Candidate& candidate) {
  if (question_likeness(outline.chars(outline.units[candidate.question])) < 0.8) return false;
  for (std::size_t i = candidate.body.begin; i < candidate.run.begin(); ++i) {
    const Unit& unit = outline.units[i];
    if (unit.kind != UnitKind::line || outline.chars(unit).empty()) continue;
    if (label_end(outline.chars(unit), "labels/options") == 0 && question_likeness(outline.chars(unit)) < 0.8)
      return true;
  }
  return false;
}

/// Letters without a key, or one box alone, where the bank has choices elsewhere.
bool is_likely(const Outline& outline, const Candidate& candidate) {
  if (candidate.run.empty() || candidate.labelled) return false;
  if (is_boxes(candidate.run)) return true;
  if (is_answered_before(outline, candidate)) return false;
  return candidate.run.options.size() > 1 && is_short(outline, candidate.run);
}

void accept(const Outline& outline, std::vector<Candidate>& candidates) {
  std::size_t sure = 0;
  std::size_t lettered = 0;
  for (Candidate& candidate : candidates) {
    candidate.accepted = is_sure(candidate);
    sure += candidate.accepted;
    lettered += !candidate.accepted && is_likely(outline, candidate) && candidate.run.options.size() > 2;
  }
  const double questions = static_cast<double>(candidates.size());
  const bool exam = sure == 0 && candidates.size() > 2 && static_cast<double>(lettered) >= 0.6 * questions;
  if (static_cast<double>(sure) < kLeastShare * questions && !exam) return;
  for (Candidate& candidate : candidates) candidate.accepted = candidate.accepted || is_likely(outline, candidate);
}

void give(const Outline& outline, Marks& marks, std::size_t i, Role role) {
  if (marks[i].role == Role::furniture || marks[i].role == Role::none) return;
  marks[i] = whole(outline.units[i], role);
}

/// What stands between question and choices: the stem; a hint in a quote and the label of the choices are neither.
void mark_stem(const Outline& outline, Marks& marks, const Candidate& candidate) {
  for (std::size_t i = candidate.body.begin; i < candidate.run.begin(); ++i) {
    const Unit& unit = outline.units[i];
    const std::string_view chars = outline.chars(unit);
    const bool label = unit.kind == UnitKind::line && (label_end(chars, "labels/options") == chars.size() ||
                                                       label_end(chars, "labels/answer") == chars.size());
    give(outline, marks, i, !chars.empty() && label ? Role::topic : Role::stem);
  }
}

void mark_option(const Outline& outline, Marks& marks, const RunOption& option) {
  for (std::size_t i = option.begin; i < option.end; ++i) {
    if (marks[i].role == Role::furniture && i > option.begin) continue;
    marks[i] = whole(outline.units[i], Role::choice);
  }
  Mark& first = marks[option.begin];
  first.begins = true;
  first.correct = option.option.correct;
  first.chars = option.option.chars;
  first.number = option.option.label;
}

void mark_rest(const Outline& outline, Marks& marks, const Candidate& candidate, std::size_t begin, std::size_t end) {
  for (std::size_t i = begin; i < end; ++i) {
    const Unit& unit = outline.units[i];
    const Offset label = unit.kind == UnitKind::line ? label_end(outline.chars(unit), "labels/explanation") : 0;
    give(outline, marks, i, Role::explanation);
    if (marks[i].role == Role::explanation) marks[i].chars.begin += label;
  }
  for (const KeyPlace& key : candidate.keys) {
    if (key.unit < begin || key.unit >= end) continue;
    marks[key.unit] = whole(outline.units[key.unit], Role::key);
    marks[key.unit].labelled = true;
    marks[key.unit].chars.begin += key.text;
  }
}

/// Where an answer in prose begins behind the choices, which stays one: a label that no key follows.
std::size_t prose_begin(const Outline& outline, const Candidate& candidate) {
  const std::size_t end = candidate.body.end;
  if (is_named(candidate.keys)) return end;
  if (!candidate.keys.empty()) return candidate.keys.front().unit;
  for (std::size_t i = candidate.run.end(); i < end; ++i)
    if (is_readable(outline.units[i]) && key_label(outline.chars(outline.units[i])) > 0) return i;
  return end;
}

void apply(const Outline& outline, Marks& marks, const Candidate& candidate) {
  mark_stem(outline, marks, candidate);
  std::size_t at = candidate.run.begin();
  for (const RunOption& option : candidate.run.options) {
    mark_rest(outline, marks, candidate, at, option.begin);
    mark_option(outline, marks, option);
    at = option.end;
  }
  mark_rest(outline, marks, candidate, at, prose_begin(outline, candidate));
}

/// The units below a heading up to the next heading or question.
Body below(const Outline& outline, const Marks& marks, std::size_t heading) {
  std::size_t end = heading + 1;
  while (end < marks.size() && outline.units[end].kind != UnitKind::heading && marks[end].role != Role::question) ++end;
  return {heading + 1, end};
}

/// The question that a heading goes on with, nothing of its own between them; or npos.
std::size_t goes_on_with(const Outline& outline, const Marks& marks, std::size_t heading) {
  const Unit& unit = outline.units[heading];
  if (heading == 0 || !lead_of(outline.chars(unit)).number.empty()) return std::string::npos;
  const std::size_t above = heading - 1;
  const bool alike = outline.units[above].kind == UnitKind::heading && marks[above].role == Role::question &&
                     outline.block(outline.units[above]).level <= outline.block(unit).level;
  return alike ? above : std::string::npos;
}

/// A heading that the layout takes for a section although boxes stand below it asks like the others.
void promote_headings(const Outline& outline, Marks& marks) {
  const bool asks =
      std::any_of(marks.begin(), marks.end(), [](const Mark& mark) { return mark.role == Role::question; });
  if (!asks) return;
  for (std::size_t i = 0; i < marks.size(); ++i) {
    if (outline.units[i].kind != UnitKind::heading || (marks[i].role != Role::section && marks[i].role != Role::none))
      continue;
    const Body body = below(outline, marks, i);
    const Run run = marked_run(outline, body);
    if (run.options.size() < 2 || !is_boxes(run)) continue;
    const bool stem = goes_on_with(outline, marks, i) != std::string::npos;
    marks[i] = stem ? whole(outline.units[i], Role::stem) : question_at(outline, outline.units[i]);
    for (std::size_t u = body.begin; u < body.end; ++u)
      if (marks[u].role == Role::none) marks[u] = whole(outline.units[u], Role::answer);
  }
}

}  // namespace

void keep_choices(const Outline& outline, Marks& marks) {
  for (const Candidate& candidate : candidates_of(outline, marks)) {
    if (is_sure(candidate)) continue;
    for (std::size_t i = candidate.question; i < candidate.body.end; ++i)
      if (marks[i].role != Role::furniture) marks[i] = {};
  }
}

void mark_choices(const Outline& outline, Marks& marks) {
  promote_headings(outline, marks);
  std::vector<Candidate> candidates = candidates_of(outline, marks);
  accept(outline, candidates);
  for (const Candidate& candidate : candidates)
    if (candidate.accepted) apply(outline, marks, candidate);
}

}  // namespace quizlint
