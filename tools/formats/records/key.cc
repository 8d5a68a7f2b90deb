#include <algorithm>
#include <charconv>

#include "formats/records/choices.h"
#include "formats/records/names.h"
#include "formats/wording.h"
#include "text/utf8.h"

namespace quizlint::records {
namespace {

constexpr std::size_t kMostLetters = 26;

std::optional<std::size_t> number_in(std::string_view chars) {
  chars = trimmed(chars);
  if (chars.ends_with(".0")) chars.remove_suffix(2);
  std::size_t number = 0;
  const auto [end, error] = std::from_chars(chars.data(), chars.data() + chars.size(), number);
  if (error != std::errc() || end != chars.data() + chars.size() || chars.empty()) return std::nullopt;
  return number;
}

/// "(B)", "B.", "b)" without what stands around the letter.
std::string_view bare(std::string_view chars) {
  chars = trimmed(chars);
  if (chars.starts_with('(')) chars.remove_prefix(1);
  while (chars.size() > 1 && (chars.ends_with(')') || chars.ends_with('.') || chars.ends_with(':')))
    chars.remove_suffix(1);
  return trimmed(chars);
}

std::optional<std::size_t> letter_in(std::string_view chars) {
  chars = bare(chars);
  for (const std::string_view word : {"Option ", "option ", "Answer ", "answer ", "Choice ", "choice "})
    if (chars.starts_with(word)) chars = bare(chars.substr(word.size()));
  if (chars.size() != 1 || !is_ascii_letter(chars[0])) return std::nullopt;
  return static_cast<std::size_t>(ascii_lower(chars[0]) - 'a');
}

/// The parts of "A, C", "A;C", "A/C", "1|3", "A and C".
std::vector<std::string_view> split(std::string_view chars) {
  std::vector<std::string_view> parts;
  std::size_t begin = 0;
  for (std::size_t at = 0; at <= chars.size(); ++at) {
    const bool end = at == chars.size();
    const bool word = !end && (chars.substr(at).starts_with(" and ") || chars.substr(at).starts_with(" or "));
    if (!end && !word && std::string_view(",;/|& ").find(chars[at]) == std::string_view::npos) continue;
    if (at > begin) parts.push_back(chars.substr(begin, at - begin));
    if (word) at += chars[at + 1] == 'a' ? 4 : 3;
    begin = at + 1;
  }
  return parts;
}

/// "ABD": several letters in a row.
bool is_row_of_letters(std::string_view chars) {
  if (chars.size() < 2 || chars.size() > 10) return false;
  for (std::size_t i = 0; i < chars.size(); ++i)
    if (chars[i] < 'A' || chars[i] > 'Z' || (i > 0 && chars[i] <= chars[i - 1])) return false;
  return true;
}

struct Choices {
  const std::vector<std::string>& texts;
  const std::vector<std::string>& labels;
  std::size_t size() const { return texts.size(); }
};

std::string_view without_label(std::string_view chars, std::size_t index) {
  return trimmed(trimmed(chars).substr(label_size(trimmed(chars), index)));
}

std::optional<std::size_t> by_text(std::string_view part, const Choices& among) {
  part = trimmed(part);
  for (std::size_t i = 0; i < among.size(); ++i)
    if (trimmed(among.texts[i]) == part) return i;
  std::optional<std::size_t> found;
  for (std::size_t i = 0; i < among.size(); ++i) {
    const std::string_view text = without_label(among.texts[i], i);
    if (!same_but_for_blanks(text, part) && text != without_label(part, i)) continue;
    if (found) return std::nullopt;
    found = i;
  }
  return found;
}

/// The own part of a field's name: "2" of "option2", which a key may name in full.
std::string_view own_part(std::string_view part) {
  const std::vector<std::string> words = name_words(part);
  if (words.size() != 2 || (words[0].size() > 1 && name_fit(words[0], Role::choices) < 0.5)) return part;
  return trimmed(part.substr(part.size() - words[1].size()));
}

std::optional<std::size_t> by_label(std::string_view part, const Choices& among) {
  part = trimmed(part);
  for (std::size_t i = 0; i < among.size(); ++i)
    if (!among.labels[i].empty() &&
        (folded(among.labels[i]) == folded(part) || folded(among.labels[i]) == folded(bare(part))))
      return i;
  const std::string_view own = own_part(part);
  if (own == part) return std::nullopt;
  for (std::size_t i = 0; i < among.size(); ++i)
    if (!among.labels[i].empty() && folded(among.labels[i]) == folded(own)) return i;
  return std::nullopt;
}

std::optional<std::size_t> inside(std::optional<std::size_t> index, std::size_t base, const Choices& among) {
  if (!index || *index < base || *index - base >= among.size()) return std::nullopt;
  return *index - base;
}

/// Where choices have letters of their own these count, not the places; fields that begin with X have none.
std::optional<std::size_t> by_letter(std::string_view part, const Choices& among) {
  const auto index = letter_in(part);
  const bool lettered =
      std::ranges::all_of(among.labels, [](const std::string& label) { return letter_in(label).has_value(); });
  if (!index || !lettered) return inside(index, 0, among);
  for (std::size_t i = 0; i < among.size(); ++i)
    if (letter_in(among.labels[i]) == index) return i;
  const bool from_a =
      std::ranges::any_of(among.labels, [](const std::string& label) { return letter_in(label) == 0U; });
  return from_a ? std::nullopt : inside(index, 0, among);
}

std::optional<std::size_t> one(std::string_view part, KeyAs as, const Choices& among) {
  switch (as) {
    case KeyAs::text: return by_text(part, among);
    case KeyAs::letter: return by_letter(part, among);
    case KeyAs::label: return by_label(part, among);
    case KeyAs::index0: return inside(number_in(part), 0, among);
    case KeyAs::index1: return inside(number_in(part), 1, among);
    case KeyAs::none:
    case KeyAs::marks: return std::nullopt;
  }
  return std::nullopt;
}

/// A letter in front of the text of its choice: "B) Paris".
std::optional<std::size_t> letter_with_text(std::string_view part, const Choices& among) {
  for (std::size_t i = 0; i < among.size() && i < kMostLetters; ++i)
    if (label_size(trimmed(part), i) > 0 && without_label(part, i) == without_label(among.texts[i], i)) return i;
  return std::nullopt;
}

void read_part(std::string_view part, KeyAs as, const Choices& among, KeyReading& to) {
  if (const auto whole = one(part, as, among)) return to.choices.push_back(*whole);
  if (as == KeyAs::letter)
    if (const auto spelled = letter_with_text(part, among)) return to.choices.push_back(*spelled);
  std::vector<std::string_view> pieces;
  if (as != KeyAs::text) pieces = split(part);
  if (as == KeyAs::letter && is_row_of_letters(trimmed(part))) {
    pieces.clear();
    for (std::size_t i = 0; i < trimmed(part).size(); ++i) pieces.push_back(trimmed(part).substr(i, 1));
  }
  if (pieces.size() < 2) {
    to.fits = false;
    return;
  }
  to.several = true;
  for (const std::string_view piece : pieces) {
    const auto found = one(piece, as, among);
    if (found) to.choices.push_back(*found);
    to.fits = to.fits && found;
  }
}

}  // namespace

std::vector<std::string> key_parts(const Document& document, ValueId key) {
  std::vector<std::string> parts;
  if (key == kNone) return parts;
  const auto add = [&](const Value& value) {
    std::string chars(trimmed(chars_of(document, value)));
    if (!chars.empty()) parts.push_back(std::move(chars));
  };
  if (!is_container(document.values[key].kind)) {
    add(document.values[key]);
  } else {
    for (const ValueId item : children(document, key)) add(document.values[item]);
  }
  return parts;
}

namespace {

/// One yes or no a choice; an object may go on with more, for choices that this question does not have.
KeyReading read_marks(const Document& document, ValueId key, std::size_t choices) {
  KeyReading reading;
  if (key == kNone || !is_container(document.values[key].kind)) return reading;
  std::size_t place = 0;
  for (const ValueId item : children(document, key)) {
    const Value& value = document.values[item];
    const auto truth =
        is_container(value.kind) || value.kind == ValueKind::null ? std::nullopt : truth_of(document, value);
    if (!truth || (*truth && place >= choices)) return {};
    if (*truth) reading.choices.push_back(place);
    ++place;
  }
  const bool is_list = document.values[key].kind == ValueKind::list;
  reading.fits = !reading.choices.empty() && (is_list ? place == choices : place >= choices);
  reading.several = true;
  return reading;
}

}  // namespace

KeyReading read_key(const Document& document, ValueId key, KeyAs as, const std::vector<std::string>& texts,
                    const std::vector<std::string>& labels) {
  if (as == KeyAs::marks) return read_marks(document, key, texts.size());
  KeyReading reading;
  const std::vector<std::string> parts = key_parts(document, key);
  reading.fits = !parts.empty() && parts.size() <= texts.size();
  if (!reading.fits) return reading;
  reading.several = key != kNone && document.values[key].kind == ValueKind::list;
  for (const std::string& part : parts) read_part(part, as, {texts, labels}, reading);
  std::ranges::sort(reading.choices);
  reading.choices.erase(std::unique(reading.choices.begin(), reading.choices.end()), reading.choices.end());
  return reading;
}

}  // namespace quizlint::records
