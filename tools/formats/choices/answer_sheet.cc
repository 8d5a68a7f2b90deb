#include "formats/choices/answer_sheet.h"

#include <algorithm>

#include "formats/choices/key.h"
#include "text/text.h"
#include "text/utf8.h"

namespace quizlint {
namespace {

/// Fewer entries are no sheet.
constexpr std::size_t kFewestEntries = 2;

bool is_title(const Outline& outline, const Unit& unit) {
  const bool title = unit.kind == UnitKind::heading || unit.kind == UnitKind::summary || unit.kind == UnitKind::line;
  if (!title || outline.marker(unit).kind != Marker::Kind::none) return false;
  const std::string_view chars = outline.chars(unit);
  const bool labelled = unit.lead.kind == LabelKind::answer && unit.lead.alone;  // "📝 Answers"
  return !chars.empty() && (labelled || key_label(chars) == chars.size());
}

/// Whether the letter at `at` stands before a number: the Q of "Q12".
bool is_counter(std::string_view chars, std::size_t at) {
  const bool begins = at == 0 || !is_ascii_letter(chars[at - 1]);
  return begins && at + 1 < chars.size() && (chars[at] == 'Q' || chars[at] == 'q') && is_ascii_digit(chars[at + 1]);
}

/// "12. B", "Q12) A, C", "12 - D" at `at`; nothing where the key is not all up to the next number.
bool read_entry(std::string_view chars, std::size_t& at, AnswerSheet::Entry& entry) {
  if (is_counter(chars, at)) ++at;
  const std::size_t digits = chars.find_first_not_of("0123456789", at);
  if (digits == at || digits == std::string_view::npos || digits - at > 3) return false;
  const std::size_t text = chars.find_first_not_of(" \t.):-=>", digits);
  if (text == digits || text == std::string_view::npos) return false;
  std::size_t end = chars.find_first_of("0123456789", text);
  end = std::min(end, chars.size());
  if (end < chars.size() && is_counter(chars, end - 1)) --end;
  std::string_view key = trimmed(chars.substr(text, end - text));
  for (const std::string_view dot : {std::string_view("·"), std::string_view("•"), std::string_view("|")})
    if (key.ends_with(dot)) key = trimmed(key.substr(0, key.size() - dot.size()));
  NamedKeys named = keys_named(key);
  if (named.labels.empty() || named.end < key.size()) return false;
  entry.number = std::string(chars.substr(at, digits - at));
  entry.keys = std::move(named.labels);
  at = end;
  return true;
}

/// The entries of a line behind its first `label` bytes, one or several of them; empty where it holds anything else.
std::vector<AnswerSheet::Entry> entries_of(const Outline& outline, std::size_t unit, Offset label = 0) {
  const Marker marker = outline.marker(outline.units[unit]);
  std::string chars(outline.chars(outline.units[unit]).substr(label));
  if (marker.kind == Marker::Kind::ordered) chars.insert(0, std::to_string(marker.number) + ". ");
  std::vector<AnswerSheet::Entry> entries;
  for (std::size_t at = 0; at < chars.size(); at = std::min(chars.find_first_not_of(" \t,;|", at), chars.size())) {
    AnswerSheet::Entry entry;
    entry.unit = unit;
    if (!read_entry(chars, at, entry)) return {};
    entries.push_back(std::move(entry));
  }
  return entries;
}

/// Whether the cell at `u` holds a number and its neighbour a key, and which.
bool read_pair(const Outline& outline, std::size_t u, AnswerSheet::Entry& entry) {
  const std::string_view number = outline.chars(outline.units[u]);
  const std::string_view key = outline.chars(outline.units[u + 1]);
  if (number.empty() || number.find_first_not_of("0123456789.") != std::string_view::npos) return false;
  NamedKeys named = keys_named(key);
  if (named.labels.empty() || named.end < key.size()) return false;
  entry = {std::string(number.substr(0, number.find('.'))), std::move(named.labels), u};
  return true;
}

/// The entries of a table that begins at `begin`, one or several pairs of a number and a key a row: "1 | B | 11 | D".
/// Empty where a row begins with anything else.
std::vector<AnswerSheet::Entry> rows_of(const Outline& outline, std::size_t begin, std::size_t end) {
  std::vector<AnswerSheet::Entry> entries;
  for (std::size_t u = begin; u + 1 < end; ++u) {
    const std::uint8_t column = outline.units[u].column;
    if (column % 2 != 0 || outline.units[u + 1].column != column + 1) continue;
    AnswerSheet::Entry entry;
    if (read_pair(outline, u, entry)) {
      entries.push_back(std::move(entry));
    } else if (column == 0 && !entries.empty()) {
      return {};
    }
  }
  return entries;
}

std::size_t table_end(const Outline& outline, std::size_t begin) {
  std::size_t end = begin;
  while (end < outline.units.size() && outline.units[end].kind == UnitKind::cell &&
         outline.units[end].block == outline.units[begin].block)
    ++end;
  return end;
}

/// "Answer key: 1-B, 2-C, 3-A" in one line.
void read_row(const Outline& outline, std::size_t unit, AnswerSheet& sheet) {
  const Unit& line = outline.units[unit];
  if (line.kind != UnitKind::line || outline.marker(line).kind != Marker::Kind::none) return;
  const std::string_view chars = outline.chars(line);
  const Offset label = key_label(chars);
  if (label == 0 || label >= chars.size()) return;
  const std::vector<AnswerSheet::Entry> entries = entries_of(outline, unit, label);
  if (entries.size() < kFewestEntries) return;
  sheet.units.push_back(unit);
  sheet.entries.insert(sheet.entries.end(), entries.begin(), entries.end());
}

}  // namespace

AnswerSheet answer_sheet_of(const Outline& outline) {
  AnswerSheet sheet;
  for (std::size_t i = 0; i < outline.units.size(); ++i) {
    read_row(outline, i, sheet);
    if (!is_title(outline, outline.units[i])) continue;
    AnswerSheet below;
    for (std::size_t u = i + 1; u < outline.units.size(); ++u) {
      const UnitKind kind = outline.units[u].kind;
      if (kind == UnitKind::markup || (kind == UnitKind::summary && below.entries.empty())) continue;
      std::vector<AnswerSheet::Entry> entries;
      const std::size_t end = kind == UnitKind::cell ? table_end(outline, u) : u + 1;
      if (kind == UnitKind::line) entries = entries_of(outline, u);
      if (kind == UnitKind::cell) entries = rows_of(outline, u, end);
      if (entries.empty()) break;
      for (; u < end; ++u) below.units.push_back(u);
      --u;
      below.entries.insert(below.entries.end(), entries.begin(), entries.end());
    }
    if (below.entries.size() < kFewestEntries) continue;
    sheet.units.push_back(i);
    sheet.units.insert(sheet.units.end(), below.units.begin(), below.units.end());
    sheet.entries.insert(sheet.entries.end(), below.entries.begin(), below.entries.end());
  }
  return sheet;
}

void read_sheet(const AnswerSheet& sheet, const Marks& marks, std::vector<Candidate>& candidates) {
  for (const AnswerSheet::Entry& entry : sheet.entries) {
    const auto found = std::find_if(candidates.rbegin(), candidates.rend(), [&](const Candidate& candidate) {
      return candidate.question < entry.unit && marks[candidate.question].number == entry.number &&
             !candidate.run.empty() && !candidate.run.options[0].option.label.empty() && ticked(candidate.run) == 0 &&
             !is_named(candidate.keys);
    });
    if (found == candidates.rend()) continue;
    for (RunOption& option : found->run.options)
      for (const std::string& key : entry.keys)
        if (ascii_lower(key) == ascii_lower(option.option.label)) option.option.correct = true;
  }
}

}  // namespace quizlint
