#include <algorithm>

#include "formats/records/choices.h"
#include "knowledge/knowledge.h"
#include "text/lines.h"
#include "text/utf8.h"

namespace quizlint::records {
namespace {

constexpr std::size_t kMostChoices = 26;

struct Line {
  Span content;  ///< trimmed
};

std::vector<Span> lines_of(std::string_view text) {
  std::vector<Span> lines;
  const LineIndex index(text);
  for (std::size_t i = 0; i < index.count(); ++i) lines.push_back(trimmed(text, index.content(i)));
  return lines;
}

/// "Options:", "Answer choices:", alone on its line.
bool announces_choices(std::string_view line) {
  if (!line.ends_with(':')) return false;
  const auto labels = Knowledge::builtin().words("labels/options");
  return holds(labels, ascii_lower(trimmed(line.substr(0, line.size() - 1))));
}

ChoicePart part(Span line, std::size_t label, std::string name) {
  return {kNone, false, Span{line.begin + static_cast<Offset>(label), line.end}, std::move(name), {}};
}

std::string letter(std::size_t index) {
  return {static_cast<char>('A' + index)};
}

/// The lines from `first` on, if each one is a choice: lettered in order, or with a bullet where `bullets`.
std::vector<ChoicePart> choices_in_lines(std::string_view text, const std::vector<Span>& lines, std::size_t first,
                                         bool bullets) {
  std::vector<ChoicePart> choices;
  for (std::size_t i = first; i < lines.size(); ++i) {
    if (lines[i].empty()) continue;
    const std::string_view line = slice(text, lines[i]);
    const std::size_t size = label_size(line, choices.size());
    const bool bullet = bullets && (line.starts_with("- ") || line.starts_with("* "));
    if (size > 0) {
      choices.push_back(part(lines[i], size, letter(choices.size())));
    } else if (bullet) {
      choices.push_back(part({lines[i].begin, lines[i].end}, 2, ""));
      choices.back().chars = trimmed(text, *choices.back().chars);
    } else {
      return {};
    }
  }
  return choices;
}

InsideChoices choices_at_the_end(std::string_view text) {
  const std::vector<Span> lines = lines_of(text);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const bool announced = announces_choices(slice(text, lines[i]));
    if (!announced && label_size(slice(text, lines[i]), 0) == 0) continue;
    std::vector<ChoicePart> choices = choices_in_lines(text, lines, announced ? i + 1 : i, announced);
    if (choices.size() >= 2 && choices.size() <= kMostChoices)
      return {trimmed(text, {0, lines[i].begin}).end, std::move(choices)};
  }
  return {};
}

/// Where the label of choice `index` begins in a line, from `from` on: behind a blank, a comma or nothing.
std::size_t label_in_line(std::string_view text, std::size_t from, std::size_t index) {
  for (std::size_t at = from; at < text.size(); ++at) {
    const bool begins = at == 0 || is_ascii_space(text[at - 1]) || text[at - 1] == ',' || text[at - 1] == ';';
    if (begins && label_size(text.substr(at), index) > 0) return at;
  }
  return std::string_view::npos;
}

/// "a ) 38 , b ) 27.675 , c ) 30": three at least, or any sentence with "(a) … (b) …" would do.
InsideChoices choices_in_one_line(std::string_view text) {
  InsideChoices inside;
  std::vector<std::size_t> starts;
  for (std::size_t at = 0; starts.size() < kMostChoices;) {
    const std::size_t next = label_in_line(text, at, starts.size());
    if (next == std::string_view::npos) break;
    starts.push_back(next);
    at = next + 1;
  }
  if (starts.size() < 3) return inside;
  for (std::size_t i = 0; i < starts.size(); ++i) {
    const std::size_t begin = starts[i] + label_size(text.substr(starts[i]), i);
    const std::size_t stop = i + 1 < starts.size() ? starts[i + 1] : text.size();
    Span chars = trimmed(text, {static_cast<Offset>(begin), static_cast<Offset>(std::max(begin, stop))});
    while (i + 1 < starts.size() && !chars.empty() && (text[chars.end - 1] == ',' || text[chars.end - 1] == ';'))
      chars = trimmed(text, {chars.begin, chars.end - 1});
    inside.choices.push_back({kNone, false, chars, letter(i), {}});
  }
  inside.stem_end = trimmed(text, {0, static_cast<Offset>(starts.front())}).end;
  return inside;
}

}  // namespace

std::size_t label_size(std::string_view choice, std::size_t index) {
  std::size_t at = 0;
  const bool open = choice.starts_with('(');
  if (open) ++at;
  if (at >= choice.size() || index >= kMostChoices) return 0;
  const char expected = static_cast<char>('a' + index);
  if (ascii_lower(choice[at]) != expected) return 0;
  ++at;
  if (!open && choice.substr(at).starts_with(" )")) ++at;
  if (at >= choice.size()) return 0;
  const char sign = choice[at];
  if (open ? sign != ')' : (sign != ')' && sign != '.' && sign != ':')) return 0;
  ++at;
  // "a.b" and "C:\" are no labels.
  if (sign != ')' && (at >= choice.size() || !is_ascii_space(choice[at]))) return 0;
  while (at < choice.size() && is_ascii_space(choice[at])) ++at;
  return at;
}

InsideChoices choices_inside(std::string_view text) {
  InsideChoices inside = choices_at_the_end(text);
  return inside.choices.empty() ? choices_in_one_line(text) : inside;
}

}  // namespace quizlint::records
