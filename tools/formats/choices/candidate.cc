#include "formats/choices/candidate.h"

#include <algorithm>
#include <optional>

#include "formats/choices/key.h"
#include "formats/wording.h"
#include "text/text.h"
#include "text/utf8.h"
#include "text/words.h"

namespace quizlint {
namespace {

bool names_text(const Outline& outline, const Run& run, std::string_view text) {
  const std::string wanted = comparable(text);
  return !wanted.empty() && std::any_of(run.options.begin(), run.options.end(), [&](const RunOption& option) {
    return option.end == option.begin + 1 && comparable(first_line_of(outline, option)) == wanted;
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

/// A label of up to three words that we do not know, with nothing but a label of the choices behind it: "Répondre: C".
Offset foreign_label(const Run& run, std::string_view chars) {
  const std::size_t colon = chars.rfind(':');
  if (run.options[0].option.label.empty() || colon == std::string_view::npos || chars.size() - colon > 4) return 0;
  const std::string_view key = trimmed(chars.substr(colon + 1));
  const bool named = key.size() == 1 && is_upper(decode(key, 0).value) && has_label(run, key);
  return named && count_words(chars.substr(0, colon)) <= 3 ? static_cast<Offset>(chars.size() - key.size()) : 0;
}

/// The key behind the choices: a label with labels or a text, a label and below it one or several, or labels alone.
std::vector<KeyPlace> keys_of(const Outline& outline, const Marks& marks, const Run& run, std::size_t end) {
  std::vector<KeyPlace> keys;
  bool open = false;
  for (std::size_t i = run.end(); i < end; ++i) {
    const Unit& unit = outline.units[i];
    if (!is_readable(unit) || marks[i].role == Role::furniture) continue;
    const std::string_view chars = outline.chars(unit);
    if (chars.empty()) continue;
    Offset label = open && is_key(outline, run, chars, false) ? 0 : key_label(chars);
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

Candidate candidate_of(const Outline& outline, const Marks& marks, std::size_t question, std::size_t end) {
  Candidate candidate;
  candidate.question = question;
  candidate.body = {question + 1, end};
  candidate.run = marked_run(outline, candidate.body);
  if (!candidate.run.empty()) candidate.keys = keys_of(outline, marks, candidate.run, end);
  const bool marked = !candidate.run.empty() && (is_boxes(candidate.run) || is_named(candidate.keys));
  if (!marked) {
    Run plain = plain_run(outline, candidate.body);
    std::vector<KeyPlace> keys;
    if (!plain.empty()) keys = keys_of(outline, marks, plain, end);
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

}  // namespace

bool is_boxes(const Run& run) {
  return run.form() == ChoiceForm::box || run.form() == ChoiceForm::radio;
}

bool is_named(const std::vector<KeyPlace>& keys) {
  return std::any_of(keys.begin(), keys.end(), [](const KeyPlace& key) { return key.named; });
}

bool is_readable(const Unit& unit) {
  return unit.kind == UnitKind::line || unit.kind == UnitKind::heading || unit.kind == UnitKind::summary ||
         unit.kind == UnitKind::cell;
}

bool has_label(const Run& run, std::string_view label) {
  const std::string wanted = ascii_lower(label);
  return std::any_of(run.options.begin(), run.options.end(),
                     [&](const RunOption& option) { return ascii_lower(option.option.label) == wanted; });
}

std::string_view first_line_of(const Outline& outline, const RunOption& option) {
  return slice(outline.block(outline.units[option.begin]).text.chars(), option.option.chars);
}

std::size_t ticked(const Run& run) {
  return static_cast<std::size_t>(std::count_if(run.options.begin(), run.options.end(),
                                                [](const RunOption& option) { return option.option.correct; }));
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

}  // namespace quizlint
