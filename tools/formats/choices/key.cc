#include "formats/choices/key.h"

#include <algorithm>
#include <initializer_list>
#include <optional>

#include "formats/choices/option.h"
#include "knowledge/knowledge.h"
#include "text/text.h"
#include "text/utf8.h"

namespace quizlint {
namespace {

Offset skip_any(std::string_view text, Offset at, std::string_view set) {
  while (at < text.size() && set.find(text[at]) != std::string_view::npos) ++at;
  return at;
}

/// How many bytes of `text` read as `word` (lower case) whatever their case; 0 where they do not.
Offset prefix_of(std::string_view text, std::string_view word) {
  Offset at = 0;
  std::size_t read = 0;
  while (read < word.size()) {
    if (at >= text.size()) return 0;
    const CodePoint here = decode(text, at);
    const CodePoint want = decode(word, read);
    if (to_lower(here.value) != want.value) return 0;
    at += here.size;
    read += want.size;
  }
  return at;
}

bool continues_word(std::string_view text, Offset at) {
  if (at >= text.size()) return false;
  const CodePoint next = decode(text, at);
  return is_letter(next.value) || text[at] == '\'' || text[at] == '_';
}

/// The longest word of the list that the text begins with.
Offset longest_label(std::string_view text, std::string_view list) {
  Offset best = 0;
  if (text.empty()) return best;
  std::string first;
  append_utf8(first, to_lower(decode(text, 0).value));
  const std::span<const std::string_view> words = Knowledge::builtin().words(list);
  for (auto it = std::lower_bound(words.begin(), words.end(), first); it != words.end(); ++it) {
    const std::string_view word = *it;
    if (!word.starts_with(first)) break;
    const Offset size = prefix_of(text, word);
    if (size > best && !continues_word(text, size)) best = size;
  }
  return best;
}

/// A colon, an equals sign or a dash behind a label and the blanks around it; 0 where none stands.
Offset colon_at(std::string_view text, Offset at) {
  const Offset begin = at;
  at = skip_any(text, at, " \t*_");
  bool found = false;
  for (const std::string_view sign : {":", "：", "=", "->", "→", "-", "–", "—"})
    if (!found && text.substr(at).starts_with(sign)) {
      at += static_cast<Offset>(sign.size());
      found = true;
    }
  return found || at == text.size() ? skip_any(text, at, " \t*_") - begin : 0;
}

/// "is", "are" between label and key.
Offset skip_verb(std::string_view text, Offset at) {
  const Offset begin = skip_any(text, at, " \t");
  for (const std::string_view verb : {"is", "are"})
    if (const Offset size = prefix_of(text.substr(begin), verb); size > 0 && !continues_word(text, begin + size))
      return begin + size;
  return at;
}

Offset labelled(std::string_view line, std::string_view list) {
  const Offset begin = skip_any(line, 0, " \t#*_>(");
  const Offset size = longest_label(line.substr(begin), list);
  if (size == 0) return 0;
  Offset at = skip_any(line, begin + size, "0123456789 #");
  if (at < line.size() && line[at] == ')' && begin > 0) ++at;
  if (const Offset colon = colon_at(line, at); colon > 0 || at >= line.size()) return std::max<Offset>(at + colon, 1);
  if (size < 3) return 0;
  const Offset verb = skip_verb(line, at);
  const Offset colon = colon_at(line, verb);
  const Offset text = skip_any(line, verb + colon, " \t");
  return colon > 0 || !keys_named(line.substr(text)).labels.empty() ? text : 0;
}

/// Words between label and key: "Option B", "both A and C", "choice 2".
Offset skip_openers(std::string_view text, Offset at) {
  for (;;) {
    const Offset begin = skip_any(text, at, " \t([{`*_\"'");
    Offset next = begin;
    for (const std::string_view word : {"options", "option", "choices", "choice", "letter", "both", "answer"})
      if (const Offset size = prefix_of(text.substr(begin), word); next == begin && size > 0)
        if (!continues_word(text, begin + size)) next = begin + size;
    if (next == begin) return begin;
    at = next;
  }
}

Offset separator_at(std::string_view text, Offset at) {
  Offset next = skip_any(text, at, " \t");
  for (const std::string_view sign : {",", "&", ";", "+", "/", "、", "，", "|"})
    if (text.substr(next).starts_with(sign)) {
      next = skip_any(text, next + static_cast<Offset>(sign.size()), " \t");
      break;
    }
  for (const std::string_view word : {"and", "und", "et", "y", "e", "и", "en", "or"}) {
    const Offset size = prefix_of(text.substr(next), word);
    if (size > 0 && next + size < text.size() && text[next + size] == ' ') return next + size + 1;
  }
  return next > skip_any(text, at, " \t") ? next : at;
}

/// Letters in a row in rising order, the first a capital, with nothing but white space behind: "ABD", "Ac".
Offset read_row(std::string_view text, Offset at, std::vector<std::string>& labels) {
  std::vector<std::string> several;
  char last = 0;
  for (; at < text.size() && is_ascii_letter(text[at]); ++at) {
    const char letter = ascii_lower(text[at]);
    if (letter <= last || letter > 'h' || (several.empty() && text[at] == letter)) return 0;
    several.emplace_back(1, text[at]);
    last = letter;
  }
  if (several.size() < 2 || !trimmed(text.substr(at)).empty()) return 0;
  labels.insert(labels.end(), several.begin(), several.end());
  return at;
}

/// One label at `at`: a letter, a number, or several letters in a row.
Offset read_label(std::string_view text, Offset at, bool numbers, std::vector<std::string>& labels) {
  if (at >= text.size()) return 0;
  if (numbers && is_ascii_digit(text[at])) {
    const Offset end = skip_any(text, at, "0123456789");
    if (end - at > 2 || continues_word(text, end)) return 0;
    labels.emplace_back(text.substr(at, end - at));
    return end;
  }
  const CodePoint letter = decode(text, at);
  if (letter_rank(letter.value) == 0) return 0;
  Offset end = at + letter.size;
  if (!continues_word(text, end) && !(end < text.size() && is_ascii_digit(text[end]))) {
    labels.emplace_back(text.substr(at, letter.size));
    return end;
  }
  return read_row(text, at, labels);
}

/// Whether what follows the last label lets it be a label and no word of a sentence.
bool may_follow(std::string_view text, Offset end, std::string_view label) {
  const std::string_view rest = text.substr(end);
  if (rest.empty() || rest[0] != ' ' || text[end - 1] == ')' || text[end - 1] == ']') return true;
  const std::string_view next = trimmed(rest);
  if (next.empty() || !continues_word(next, 0)) return true;
  return label != "A" && label != "I" && label.size() == 1 && is_upper(decode(label, 0).value);
}

}  // namespace

Offset label_end(std::string_view line, std::string_view list) {
  return labelled(line, list);
}

Offset key_label(std::string_view line, bool correct) {
  const Offset end = labelled(line, "labels/correct");
  return correct ? end : std::max(end, labelled(line, "labels/answer"));
}

NamedKeys keys_named(std::string_view text, bool numbers) {
  NamedKeys named;
  const bool bullet = text.starts_with("- ") || text.starts_with("* ");  // inside raw HTML
  Offset at = skip_openers(text, bullet ? 2 : 0);
  for (;;) {
    const Offset end = read_label(text, at, numbers, named.labels);
    if (end == 0) break;
    named.end = skip_any(text, end, ")]}`*_\"'");
    const Offset next = separator_at(text, named.end);
    if (next == named.end) break;
    at = skip_openers(text, next);
  }
  if (named.labels.empty()) return {};
  if (!may_follow(text, named.end, named.labels.back())) return {};
  named.end = skip_any(text, named.end, " \t.:,;-)");
  return named;
}

std::string comparable(std::string_view text) {
  std::string out;
  for (const char c : folded(text))
    if (!is_ascii_space(c) && c != '.' && c != '"' && c != '\'' && c != '`') out += c;
  return out;
}

}  // namespace quizlint
