#include "formats/records/choices.h"

#include <algorithm>

#include "formats/records/literal.h"
#include "formats/records/names.h"
#include "formats/records/table.h"
#include "text/utf8.h"

namespace quizlint::records {
namespace {

/// A label is short: "A", "12", "opt_3".
constexpr std::size_t kLongestLabel = 8;
/// What has more is a list of something else, and comparing a key with all of them would take long.
constexpr std::size_t kMostChoices = 256;

bool is_empty(const Document& document, const Value& value) {
  if (value.kind == ValueKind::null) return true;
  return value.kind == ValueKind::string && trimmed(chars_of(document, value)).empty();
}

/// How much a member of a choice looks like its text.
double text_fit_of(const Document& document, const Value& value) {
  if (value.kind != ValueKind::string && value.kind != ValueKind::number) return 0;
  const double name = name_fit(document.names[value.name], Role::choice_text);
  return name == 0 ? 0 : name + (value.kind == ValueKind::string ? 0.1 : 0);
}

/// A text "true" marks a choice only where its name says clearly that it does.
bool may_mark(const Document& document, const Value& value, double name) {
  if (value.kind != ValueKind::string) return name >= 0.5;
  const std::string chars = ascii_lower(chars_of(document, value));
  return name >= 0.8 && (chars == "true" || chars == "false");
}

/// A choice that is an object: `{"text": …, "label": …, "correct": …}`, in whatever words.
ChoicePart choice_of_object(const Document& document, ValueId object) {
  ChoicePart choice;
  double text_fit = 0, label_fit = 0;
  ValueId label = kNone;
  for (const ValueId child : children(document, object)) {
    const Value& value = document.values[child];
    if (is_container(value.kind)) continue;
    const double fit = text_fit_of(document, value);
    if (fit > text_fit) text_fit = fit, choice.value = child;
  }
  for (const ValueId child : children(document, object)) {
    const Value& value = document.values[child];
    if (is_container(value.kind) || child == choice.value) continue;
    const std::string& name = document.names[value.name];
    const double as_label = name_fit(name, Role::label);
    if (as_label > label_fit && chars_of(document, value).size() <= kLongestLabel) label_fit = as_label, label = child;
    if (!choice.marked && may_mark(document, value, name_fit(name, Role::mark)))
      choice.marked = truth_of(document, value);
  }
  if (choice.value == kNone)
    for (const ValueId child : children(document, object))
      if (choice.value == kNone && document.values[child].kind == ValueKind::string) choice.value = child;
  if (label != kNone) choice.label = chars_of(document, document.values[label]);
  return choice;
}

/// `{"Paris": true}`: the only name is the choice.
bool is_marked_name(const Document& document, ValueId object) {
  return document.values[object].after == object + 2 && document.values[object + 1].kind == ValueKind::boolean;
}

void add_item(const Document& document, ValueId item, std::vector<ChoicePart>& to) {
  const Value& value = document.values[item];
  if (value.kind == ValueKind::object && is_marked_name(document, item)) {
    to.push_back({item + 1, true, {}, "", truth_of(document, document.values[item + 1])});
  } else if (value.kind == ValueKind::object) {
    ChoicePart choice = choice_of_object(document, item);
    if (choice.value != kNone) to.push_back(std::move(choice));
  } else if (value.kind != ValueKind::list) {
    to.push_back({item, false, {}, "", {}});
  }
}

/// Marks that have a name of no known meaning: a yes or no in every choice, of which one is yes.
void mark_by_shape(const Document& document, ValueId list, std::vector<ChoicePart>& choices) {
  if (choices.size() < 2 || document.values[list].kind != ValueKind::list) return;
  const ValueId first = list + 1;
  if (document.values[first].kind != ValueKind::object) return;
  if (std::ranges::any_of(choices, [](const ChoicePart& it) { return it.marked.has_value(); })) return;
  for (const ValueId field : children(document, first)) {
    if (document.values[field].kind != ValueKind::boolean) continue;
    std::vector<bool> marks;
    for (const ValueId item : children(document, list)) {
      const ValueId mark = member(document, item, document.values[field].name);
      if (mark == kNone || document.values[mark].kind != ValueKind::boolean) break;
      marks.push_back(truth_of(document, document.values[mark]).value_or(false));
    }
    if (marks.size() != choices.size() || std::ranges::count(marks, true) != 1) continue;
    for (std::size_t i = 0; i < marks.size(); ++i) choices[i].marked = marks[i];
    return;
  }
}

/// "+ Paris", "- Lyon", "*Nice", "=Nice", "~Lyon": a sign before a choice says whether it is right.
std::optional<bool> sign_of(std::string_view text) {
  const auto begins = [&](std::string_view sign) { return text.starts_with(sign) && text.size() > sign.size(); };
  if (begins("+ ") || begins("=") || begins("✓") || begins("✔") || begins("✅")) return true;
  const auto after_star = static_cast<unsigned char>(text.size() > 1 ? text[1] : '*');
  const bool starts_text = after_star == ' ' || after_star >= 0x80 || (after_star >= 'A' && after_star <= 'Z');
  if (begins("*") && starts_text && !text.ends_with('*')) return true;
  if (begins("- ") || begins("~") || begins("✗") || begins("✘") || begins("❌")) return false;
  return std::nullopt;
}

/// Signs count where one choice has that of the right one, and all others have none or that of the wrong ones.
void mark_by_signs(const Document& document, std::vector<ChoicePart>& choices) {
  if (choices.size() < 2) return;
  std::vector<std::optional<bool>> signs;
  for (const ChoicePart& choice : choices) {
    if (choice.chars || choice.is_name || document.values[choice.value].kind != ValueKind::string) return;
    signs.push_back(sign_of(chars_of(document, document.values[choice.value])));
  }
  const auto right = std::ranges::count(signs, std::optional(true));
  const auto wrong = std::ranges::count(signs, std::optional(false));
  const auto others = static_cast<std::ptrdiff_t>(signs.size()) - right;
  const bool in_pairs = std::ranges::any_of(choices, [&](const ChoicePart& choice) {
    const std::string chars = chars_of(document, document.values[choice.value]);
    return chars.starts_with('+') || chars.starts_with('=');
  });
  if (right != 1 || (wrong != others && (wrong != 0 || in_pairs))) return;
  for (std::size_t i = 0; i < choices.size(); ++i) {
    choices[i].marked = signs[i].value_or(false);
    if (!signs[i]) continue;
    const std::string chars = chars_of(document, document.values[choices[i].value]);
    const Offset size = decode(chars, 0).size;
    choices[i].chars = trimmed(chars, {size, static_cast<Offset>(chars.size())});
  }
}

void add_items(const Document& document, ValueId list, std::vector<ChoicePart>& to) {
  for (const ValueId item : children(document, list)) add_item(document, item, to);
}

/// `{"yes": 1, "no": 0}`: the names are the choices.
bool holds_scores(const Document& document, ValueId object) {
  std::size_t count = 0;
  for (const ValueId child : children(document, object)) {
    const Value& value = document.values[child];
    if (value.kind != ValueKind::number && value.kind != ValueKind::boolean) return false;
    if (!truth_of(document, value)) return false;
    ++count;
  }
  return count > 0;
}

/// `{"text": […], "label": […]}`: two lists side by side.
bool add_side_by_side(const Document& document, ValueId object, std::vector<ChoicePart>& to) {
  ValueId text = kNone, label = kNone;
  for (const ValueId child : children(document, object)) {
    const Value& value = document.values[child];
    if (value.kind != ValueKind::list) return false;
    const std::string& name = document.names[value.name];
    (name_fit(name, Role::choice_text) >= name_fit(name, Role::label) ? text : label) = child;
  }
  if (text == kNone) return false;
  add_items(document, text, to);
  if (label == kNone) return true;
  std::size_t i = 0;
  for (const ValueId item : children(document, label)) {
    if (i >= to.size()) break;
    const Value& value = document.values[item];
    if (value.kind == ValueKind::number && truth_of(document, value)) {
      to[i++].marked = truth_of(document, value);
    } else {
      to[i++].label = chars_of(document, value);
    }
  }
  return true;
}

void add_object(const Document& document, ValueId object, std::vector<ChoicePart>& to) {
  if (add_side_by_side(document, object, to)) return;
  const bool scores = holds_scores(document, object);
  for (const ValueId child : children(document, object)) {
    const Value& value = document.values[child];
    if (scores) {
      to.push_back({child, true, {}, "", truth_of(document, value)});
    } else if (value.kind == ValueKind::object) {
      ChoicePart choice = choice_of_object(document, child);
      if (choice.label.empty()) choice.label = document.names[value.name];
      if (choice.value != kNone) to.push_back(std::move(choice));
    } else if (!is_empty(document, value) && value.kind != ValueKind::list) {
      to.push_back({child, false, {}, document.names[value.name], {}});
    }
  }
}

/// "['…', '…']" in one field: a list as a program prints it, with its items between quotation marks.
bool add_quoted_items(const Document& document, ValueId id, std::vector<ChoicePart>& to) {
  const std::string chars = chars_of(document, document.values[id]);
  if (!looks_like_literal(chars)) return false;
  const std::size_t before = to.size();
  for (std::size_t at = chars.find('[') + 1; at < chars.size(); ++at) {
    if (chars[at] != '\'' && chars[at] != '"') continue;
    std::size_t end = at + 1;
    while (end < chars.size() && chars[end] != chars[at]) end += chars[end] == '\\' ? 2 : 1;
    if (end >= chars.size()) break;
    to.push_back({id, false, Span{static_cast<Offset>(at + 1), static_cast<Offset>(end)}, "", {}});
    at = end;
  }
  return to.size() > before;
}

/// "…; …; …" in one field: how some tables write several answers.
void add_split(const Document& document, ValueId id, std::vector<ChoicePart>& to) {
  const std::string chars = chars_of(document, document.values[id]);
  const std::string_view sign = chars.find('\n') != std::string::npos  ? "\n"
                                : chars.find(';') != std::string::npos ? ";"
                                                                       : "|";
  for (std::size_t at = 0; at <= chars.size();) {
    const std::size_t end = std::min(chars.find(sign, at), chars.size());
    const Span part = trimmed(chars, {static_cast<Offset>(at), static_cast<Offset>(end)});
    if (!part.empty()) to.push_back({id, false, part, "", {}});
    at = end + 1;
  }
}

void add_field(const Document& document, ValueId id, std::vector<ChoicePart>& to) {
  const Value& value = document.values[id];
  if (value.kind == ValueKind::list) {
    add_items(document, id, to);
  } else if (value.kind == ValueKind::object) {
    add_object(document, id, to);
  } else if (!is_empty(document, value) && !add_quoted_items(document, id, to)) {
    InsideChoices inside = choices_inside(chars_of(document, value));
    if (inside.choices.size() < 2) return add_split(document, id, to);
    for (ChoicePart& choice : inside.choices) {
      choice.value = id;
      to.push_back(std::move(choice));
    }
  }
}

/// What tells the fields of choices apart: "A" of "option_a", "2" of "Answer 2 (optional)".
std::string own_label(const std::vector<std::string>& fields, std::size_t i) {
  if (fields.size() < 2) return fields[i];
  const std::string_view mine = bare_name(fields[i]);
  const std::string_view other = bare_name(fields[i == 0 ? 1 : 0]);
  std::size_t begin = 0, end = 0;
  const std::size_t least = std::min(mine.size(), other.size());
  while (begin < least && mine[begin] == other[begin]) ++begin;
  while (end < least - begin && mine[mine.size() - 1 - end] == other[other.size() - 1 - end]) ++end;
  return std::string(mine.substr(begin, mine.size() - begin - end));
}

/// A field a choice. Those behind the last one that is filled are no choices.
void add_columns(const Document& document, ValueId record, const std::vector<std::string>& fields,
                 std::vector<ChoicePart>& to) {
  std::size_t keep = to.size();
  for (std::size_t i = 0; i < fields.size(); ++i) {
    const ValueId id = value_at(document, record, fields[i]);
    if (id == kNone || is_container(document.values[id].kind) || document.values[id].kind == ValueKind::null) continue;
    to.push_back({id, false, {}, own_label(fields, i), {}});
    if (!is_empty(document, document.values[id])) keep = to.size();
  }
  to.resize(keep);
}

void add_fields(const Document& document, ValueId record, const std::vector<std::string>& fields,
                std::vector<ChoicePart>& to) {
  if (fields.size() > 1) return add_columns(document, record, fields, to);
  const ValueId id = value_at(document, record, fields.front());
  if (id != kNone && document.values[id].kind != ValueKind::null) add_field(document, id, to);
}

void add_parts(const Document& document, ValueId record, const RecordMap& map, std::vector<ChoicePart>& to) {
  const ValueId right = value_at(document, record, map.key);
  std::vector<ChoicePart> parts;
  if (right != kNone && document.values[right].kind == ValueKind::list) {
    add_items(document, right, parts);
  } else if (right != kNone && !is_empty(document, document.values[right])) {
    parts.push_back({right, false, {}, "", {}});
  }
  for (ChoicePart& part : parts) part.marked = true;
  const std::size_t count = parts.size();
  add_fields(document, record, map.incorrect, parts);
  for (std::size_t i = count; i < parts.size(); ++i) {
    parts[i].marked = false;
    parts[i].label.clear();
  }
  if (parts.size() > count) to = std::move(parts);
}

/// Each choice has a field beside it that says whether it is right.
void mark_by_fields(const Document& document, ValueId record, const RecordMap& map, std::vector<ChoicePart>& choices) {
  for (std::size_t i = 0; i < map.choices.size(); ++i) {
    const ValueId text = value_at(document, record, map.choices[i]);
    const auto choice = std::ranges::find(choices, text, &ChoicePart::value);
    if (choice != choices.end()) choice->marked = mark_of(document, value_at(document, record, map.marks[i]));
  }
}

}  // namespace

std::optional<bool> mark_of(const Document& document, ValueId id) {
  if (id == kNone) return false;
  const std::string chars = ascii_lower(trimmed(chars_of(document, document.values[id])));
  for (const std::string_view tick : {"x", "✓", "✔", "✅", "y", "t", "correct", "right"})
    if (chars == tick) return true;
  for (const std::string_view cross : {"✗", "✘", "❌", "-", "n", "f", "wrong", "incorrect"})
    if (chars == cross) return false;
  return truth_of(document, document.values[id]);
}

std::vector<ChoicePart> choices_of(const Document& document, ValueId record, const RecordMap& map) {
  std::vector<ChoicePart> choices;
  if (!map.incorrect.empty()) {
    add_parts(document, record, map, choices);
  } else if (!map.choices.empty()) {
    add_fields(document, record, map.choices, choices);
    if (map.marks.size() == map.choices.size()) mark_by_fields(document, record, map, choices);
    if (map.key.empty() && map.choices.size() == 1) {
      mark_by_shape(document, value_at(document, record, map.choices.front()), choices);
      mark_by_signs(document, choices);
    }
  }
  if (choices.size() > kMostChoices) choices.clear();
  return choices;
}

std::optional<bool> truth_of(const Document& document, const Value& value) {
  const std::string chars = ascii_lower(chars_of(document, value));
  if (value.kind == ValueKind::null) return false;
  if (chars == "true" || chars == "1" || chars == "yes" || chars == "1.0" || chars == "100") return true;
  if (chars == "false" || chars == "0" || chars == "no" || chars == "0.0" || chars.empty()) return false;
  return std::nullopt;
}

std::string chars_of(const Document& document, const ChoicePart& choice) {
  const Value& value = document.values[choice.value];
  if (choice.is_name) return document.names[value.name];
  std::string chars = chars_of(document, value);
  return choice.chars ? std::string(slice(chars, *choice.chars)) : chars;
}

}  // namespace quizlint::records
