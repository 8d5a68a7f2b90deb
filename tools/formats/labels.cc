#include "formats/labels.h"

#include <algorithm>
#include <array>
#include <vector>

#include "formats/wording.h"
#include "knowledge/knowledge.h"
#include "text/byte_set.h"
#include "text/text.h"
#include "text/utf8.h"

namespace quizlint {
namespace {

constexpr std::size_t kLongestLabel = 32;  ///< bytes

struct Label {
  LabelKind kind = LabelKind::none;
  std::size_t size = 0;
  bool letter = false;  ///< one letter or sign, which needs more evidence than a word
  bool q = false;       ///< the letter Q, or its like of a script without blanks
};

bool is_word_byte(char c) {
  return is_ascii_letter(c) || is_ascii_digit(c) || static_cast<unsigned char>(c) >= 0x80;
}

std::size_t skip(std::string_view line, std::size_t at, std::string_view set) {
  while (at < line.size() && set.find(line[at]) != std::string_view::npos) ++at;
  return at;
}

struct KnownLabel {
  std::string_view word;
  LabelKind kind;
};

/// The labels of every kind in the order of their bytes; a word of two kinds stands there twice, the first wins.
const std::vector<KnownLabel>& known_labels() {
  static const std::vector<KnownLabel> labels = [] {
    constexpr std::pair<std::string_view, LabelKind> kLists[] = {{"labels/question", LabelKind::question},
                                                                 {"labels/answer", LabelKind::answer},
                                                                 {"labels/explanation", LabelKind::explanation},
                                                                 {"labels/hint", LabelKind::hint}};
    std::vector<KnownLabel> all;
    for (const auto& [list, kind] : kLists)
      for (const std::string_view word : Knowledge::builtin().words(list))
        if (!word.ends_with('.')) all.push_back({word, kind});  // signs behind a label are looked for apart
    std::ranges::stable_sort(all, {}, &KnownLabel::word);
    return all;
  }();
  return labels;
}

/// Whether a label may end at `at`: a word's end, or any sign of a script without blanks.
bool may_end(std::string_view line, std::size_t at) {
  if (at >= line.size()) return true;
  const char c = line[at];
  if (is_ascii_letter(c) || c == '\'' || (c == '-' && at + 1 < line.size() && is_ascii_letter(line[at + 1])))
    return false;
  return (static_cast<unsigned char>(c) & 0xC0) != 0x80;
}

/// The longest label that begins the line.
Label label_at(std::string_view line) {
  const std::string lower = folded(prefix(line, kLongestLabel));
  if (lower.empty()) return {};
  const KnownLabel* longest = nullptr;
  const std::vector<KnownLabel>& all = known_labels();
  const std::string_view first = std::string_view(lower).substr(0, 1);
  for (auto it = std::ranges::lower_bound(all, first, {}, &KnownLabel::word);
       it != all.end() && it->word.front() == first.front(); ++it) {
    if (longest != nullptr && it->word.size() <= longest->word.size()) continue;
    if (it->word.size() <= line.size() && lower.starts_with(it->word) && may_end(lower, it->word.size()))
      longest = &*it;
  }
  if (longest == nullptr) return {};
  const bool letter = count_code_points(longest->word) == 1;
  const bool q =
      longest->kind == LabelKind::question && (lower[0] == 'q' || static_cast<unsigned char>(lower[0]) >= 0xE3);
  return {longest->kind, longest->word.size(), letter, q};
}

/// Digits and at most one letter ("17a"); "" where none stands at `at`.
std::string number_at(std::string_view line, std::size_t at) {
  std::size_t end = at;
  while (end < line.size() && is_ascii_digit(line[end]) && end - at < 6) ++end;
  if (end == at) return {};
  const bool letter =
      end < line.size() && is_ascii_letter(line[end]) && (end + 1 >= line.size() || !is_word_byte(line[end + 1]));
  return std::string(line.substr(at, end - at + letter));
}

/// Where the Chinese numerals that begin at `at` end; they go to `number` as digits where they are simple (up to 99).
std::size_t behind_numerals(std::string_view line, std::size_t at, std::string& number) {
  constexpr std::array<std::string_view, 10> kNumerals = {"一", "二", "三", "四", "五", "六", "七", "八", "九", "十"};
  int value = 0;
  for (bool more = true; more;) {
    more = false;
    for (std::size_t i = 0; i < kNumerals.size(); ++i) {
      if (!line.substr(at).starts_with(kNumerals[i]) || value > 99) continue;
      at += kNumerals[i].size();
      more = true;
      if (i < 9) value += static_cast<int>(i) + 1;
      if (i == 9) value = std::max(value, 1) * 10;
    }
  }
  if (value > 0) number = std::to_string(value);
  return at;
}

/// Signs that East Asian texts put behind a number or a label.
constexpr std::array<std::string_view, 4> kWideSigns = {"、", "．", "：", "）"};

/// Where the signs behind a number end.
std::size_t behind_number(std::string_view line, std::size_t at) {
  const std::size_t end = skip(line, at, ".):]");
  for (const std::string_view sign : kWideSigns)
    if (end == at && line.substr(at).starts_with(sign)) return at + sign.size();
  return end;
}

/// A number with its sign: "3.", "3)", "3:", "3 -", "#3", "(3)".
Lead number_lead(std::string_view line) {
  std::size_t at = skip(line, 0, "#([ ");
  const std::string number = number_at(line, at);
  if (number.empty()) return {};
  at += number.size();
  const std::size_t end = behind_number(line, at);
  const bool dashed = end == at && (line.substr(at).starts_with(" - ") || line.substr(at).starts_with(" – "));
  const bool tight = end == at && line.substr(at).starts_with("- ") && at + 2 < line.size() && line[at + 2] >= 'A' &&
                     line[at + 2] <= 'Z';  // "1- What"
  if (end == at && !dashed && !tight) return {};
  const bool wide = end > at && static_cast<unsigned char>(line[end - 1]) >= 0x80;  // an ideographic sign
  const bool blank = wide || end >= line.size() || static_cast<unsigned char>(line[end]) >= 0xE3 ||
                     is_ascii_space(line[end]) || is_ascii_letter(line[end]) || line[end] == '*';
  if (!dashed && !tight && !blank) return {};
  Lead lead;
  lead.number = number;
  lead.size = static_cast<Offset>(skip(line, dashed || tight ? line.find(' ', at + 1) : end, " \t"));
  lead.alone = lead.size >= line.size();
  return lead;
}

/// "第 3 题：", "第三问、", "第5問": an ordinal that counts a question.
Lead ordinal_lead(std::string_view line) {
  if (!line.starts_with("第")) return {};
  std::size_t at = skip(line, std::string_view("第").size(), " ");
  Lead lead;
  lead.number = number_at(line, at);
  at = skip(line, at + lead.number.size(), " ");
  if (lead.number.empty()) at = behind_numerals(line, at, lead.number);
  if (lead.number.empty()) return {};
  for (const std::string_view counted : {"题", "題", "问", "問", "道题"}) {
    if (!line.substr(at).starts_with(counted)) continue;
    at = skip(line, at + counted.size(), " ");
    const std::size_t sign = behind_number(line, at);
    if (sign == at && at < line.size() && line[at - 1] != ' ') return {};
    lead.kind = LabelKind::question;
    lead.size = static_cast<Offset>(skip(line, sign, " \t"));
    lead.alone = lead.size >= line.size();
    return lead;
  }
  return {};
}

/// A number in keycaps: "1️⃣2️⃣ What".
Lead keycap_lead(std::string_view line) {
  constexpr std::string_view kCap = "\xEF\xB8\x8F\xE2\x83\xA3";
  Lead lead;
  std::size_t at = 0;
  while (at < line.size() && is_ascii_digit(line[at]) && line.substr(at + 1).starts_with(kCap) && at < 64) {
    lead.number += line[at];
    at += 1 + kCap.size();
  }
  lead.size = static_cast<Offset>(skip(line, at, " .):\t"));
  lead.alone = lead.size >= line.size();
  return lead;
}

/// Where the text begins behind a sign at `at`, or npos where there is none. A dash needs blanks around it.
std::size_t behind_sign(std::string_view line, std::size_t at) {
  const std::size_t blank = skip(line, at, " \t");
  const std::size_t end = skip(line, blank, ":.)]");
  const bool dashed = end > blank && end + 1 < line.size() && line[end] == '-' && !is_ascii_digit(line[end + 1]) &&
                      line[end + 1] != '-';  // "A:- A lock."
  if (end > blank) return end + dashed;
  for (const std::string_view sign : {"：", "、", "．", "）", "】", "→", "- ", "– ", "— "})
    if (line.substr(blank).starts_with(sign)) return blank + sign.size();
  return std::string_view::npos;
}

/// "Respuesta correcta: D": the colon may stand behind two more words.
std::size_t behind_words(std::string_view line, std::size_t at) {
  const std::size_t colon = line.find(':', at);
  if (colon == std::string_view::npos || colon - at > 24) return std::string_view::npos;
  const std::string_view words = line.substr(at, colon - at);
  if (words.find_first_of(".?!,;()") != std::string_view::npos || std::count(words.begin(), words.end(), ' ') > 2)
    return std::string_view::npos;
  return colon + 1;
}

/// Whether a sign makes a single letter a label: a colon, a number before it, or any sign behind Q that a blank
/// follows.
bool is_sure(const Label& label, const Lead& lead, std::string_view sign, std::string_view rest) {
  if (!label.letter || !lead.number.empty()) return true;
  if (sign.find(':') != std::string_view::npos || sign.find("：") != std::string_view::npos) return true;
  return label.q && (rest.empty() || rest.front() == ' ' || static_cast<unsigned char>(rest.front()) >= 0x80 ||
                     sign.ends_with(' '));
}

constexpr ByteSet kLabelSigns(":.)]-\xE2\xEF");

/// What a line needs to begin with a label: a sign within reach, or to be short.
bool may_have_label(std::string_view line) {
  return line.size() <= kLongestLabel ||
         std::ranges::any_of(line.substr(0, 2 * kLongestLabel), [](char c) { return kLabelSigns[c]; });
}

/// "Ques. 1) What", "Q - 3. What": the label has a sign of its own before the number, and the number one behind it.
std::size_t behind_stop(std::string_view line, std::size_t at) {
  if (at >= line.size() || std::string_view(".-)").find(line[at]) == std::string_view::npos) return at;
  const std::size_t digits = skip(line, at + 1, " \t");
  const std::string number = number_at(line, digits);
  return number.empty() || skip(line, digits + number.size(), ".):") == digits + number.size() ? at : digits;
}

/// Behind how many there are ("Question 3 of 50", "Q3/50") or which topic it is ("Question #3 Topic 1"), where that
/// ends the line.
std::size_t behind_total(std::string_view line, std::size_t at) {
  const std::string rest = folded(line.substr(at, std::min<std::size_t>(line.size() - at, 24)));
  for (const std::string_view word : {" of ", " out of ", "/", " / ", " von ", " sur ", " de ", " из ", " topic #",
                                      " topic ", " - topic ", ", topic ", " (topic "}) {
    if (!rest.starts_with(word)) continue;
    const std::size_t digits = at + word.size();
    const std::size_t end = digits + number_at(line, digits).size();
    if (end > digits && skip(line, end, " .:)") == line.size()) return line.size();
  }
  return at;
}

/// "Topic1/Question3": what stands before the label.
std::size_t behind_topic(std::string_view line) {
  if (ascii_lower(line.substr(0, 5)) != "topic") return 0;
  const std::size_t digits = skip(line, 5, " #");
  const std::size_t end = digits + number_at(line, digits).size();
  const std::size_t text = skip(line, end, " /-–,:");
  return end > digits && text > end ? text : 0;
}

/// Marks and pictures before a label: "> 👉 **Answer**".
std::size_t label_begin(std::string_view line) {
  std::size_t at = skip(line, 0, " \t#*_");
  at += behind_topic(line.substr(at));
  while (at < line.size() && static_cast<unsigned char>(line[at]) >= 0xE2) {
    const CodePoint point = decode(line, static_cast<Offset>(at));
    if (!is_symbol(point.value)) break;
    at = skip(line, at + point.size, " \t*_");
  }
  return at;
}

Lead label_lead(std::string_view line) {
  if (!may_have_label(line)) return {};
  const std::size_t begin = label_begin(line);
  const Label label = label_at(line.substr(begin));
  if (label.kind == LabelKind::none) return {};
  Lead lead;
  std::size_t at = skip(line, begin + label.size, " \t#");
  if (at < line.size() && (line[at] == '-' || line[at] == '.') && !number_at(line, at + 1).empty()) ++at;
  if (label.kind == LabelKind::question) at = behind_stop(line, at);
  lead.number = number_at(line, at);
  at += lead.number.size();
  if (!lead.number.empty() && (!label.letter || label.q)) at = behind_total(line, at);
  bool parts = false;  // "Question 1.2": no number that counts
  while (!lead.number.empty() && at + 1 < line.size() && line[at] == '.' && is_ascii_digit(line[at + 1])) {
    if (label.letter && !label.q) return {};  // "V 2.17"
    at += 1 + number_at(line, at + 1).size();
    parts = true;
  }
  std::size_t end = behind_sign(line, at);
  if (end == std::string_view::npos && label.kind == LabelKind::answer && !label.letter) end = behind_words(line, at);
  const bool alone = trimmed(line.substr(at)).empty();
  const bool numbered =
      (!label.letter || label.q) && label.kind == LabelKind::question && !lead.number.empty();  // "Q7 What is …"
  if (end == std::string_view::npos && numbered && !alone) end = at;
  if (end == std::string_view::npos && (!alone || label.letter)) return {};
  if (end != std::string_view::npos && !is_sure(label, lead, line.substr(at, end - at), line.substr(end))) return {};
  if (parts) lead.number.clear();
  lead.kind = label.kind;
  lead.size = static_cast<Offset>(alone ? line.size() : skip(line, end, " \t*:"));
  lead.alone = lead.size >= line.size();
  return lead;
}

/// One label or number, with the label behind the number.
Lead first_lead(std::string_view line) {
  Lead lead = label_lead(line);
  if (lead.kind != LabelKind::none) return lead;
  lead = ordinal_lead(line);
  if (lead.kind != LabelKind::none) return lead;
  lead = number_lead(line);
  if (lead.number.empty()) lead = keycap_lead(line);
  if (lead.number.empty() || lead.alone) return lead;
  // "1. Q: What …", "2) Question: …"
  const Lead inner = label_lead(line.substr(lead.size));
  if (inner.kind != LabelKind::none) {
    lead.kind = inner.kind;
    lead.size += inner.size;
    lead.alone = inner.alone;
  }
  return lead;
}

/// The same label once more behind the first.
Span second_label(std::string_view line, const Lead& first) {
  if (first.kind == LabelKind::none || first.alone) return {};
  const Lead second = label_lead(line.substr(first.size));
  if (second.kind != first.kind || !second.number.empty()) return {};
  return {first.size, first.size + second.size};
}

/// "Question: Question 3: What …", where the second label counts what the first announces; `first` where none does.
Lead counted_lead(std::string_view line, const Lead& first) {
  if (first.kind != LabelKind::question || first.alone || !first.number.empty()) return first;
  const std::string_view rest = line.substr(first.size);
  Lead second = label_lead(rest);
  if (second.kind != first.kind || second.number.empty() || second.alone) return first;
  if (rest.substr(0, second.size).find_first_of(":.)") == std::string_view::npos) return first;
  second.size += first.size;
  return second;
}

}  // namespace

Span doubled_label(std::string_view line) {
  return second_label(line, first_lead(line));
}

Lead lead_of(std::string_view line) {
  Lead lead = counted_lead(line, first_lead(line));
  const Span again = second_label(line, lead);
  if (again.empty()) return lead;
  lead.size = again.end;
  lead.alone = lead.size >= line.size();
  return lead;
}

}  // namespace quizlint
