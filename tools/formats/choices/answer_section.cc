#include "formats/choices/answer_section.h"

#include <algorithm>
#include <cstdlib>
#include <set>

#include "formats/choices/key.h"
#include "formats/wording.h"
#include "text/text.h"
#include "text/utf8.h"

namespace quizlint {
namespace {

/// Fewer entries are no section of answers.
constexpr std::size_t kFewestEntries = 2;

constexpr std::size_t kLongestTitle = 60;  ///< bytes

struct Entry {
  std::size_t begin = 0;  ///< unit
  std::size_t end = 0;
  Offset text = 0;  ///< bytes of the first unit's text before the answer
  std::string number;
};

/// Entries whose numbers rise; "### Part 2" begins another group.
struct Group {
  std::vector<Entry> entries;
};

struct Asked {
  std::size_t unit = 0;
  std::string number;
  bool open = true;  ///< has no answer of its own
};

int value_of(const std::string& number) {
  return std::atoi(number.c_str());
}

bool heads_answers(const Outline& outline, const Unit& unit) {
  const bool heading = unit.kind == UnitKind::heading;
  const bool bold = unit.kind == UnitKind::line && unit.strong && unit.first && outline.block(unit).list_depth == 0;
  if (!heading && !bold) return false;
  const std::string_view chars = outline.chars(unit);
  if (chars.empty() || chars.size() > kLongestTitle || !unit.lead.number.empty() ||
      outline.marker(unit).kind != Marker::Kind::none)
    return false;
  return key_label(chars) == chars.size() || names_answer(chars);
}

/// The number of the entry that the unit begins, "" where it begins none.
std::string entry_number(const Outline& outline, const Unit& unit, Offset& text) {
  text = 0;
  const bool readable = unit.kind == UnitKind::line || unit.kind == UnitKind::heading;
  if (!readable || outline.block(unit).list_depth > 1) return {};
  const Marker marker = outline.marker(unit);
  if (marker.kind == Marker::Kind::ordered) return std::to_string(marker.number);
  const bool counted =
      unit.lead.kind == LabelKind::none || unit.lead.kind == LabelKind::question || unit.lead.kind == LabelKind::answer;
  if (!counted) return {};
  text = unit.lead.size;
  return unit.lead.number;
}

/// Whether the heading at `i` only titles numbered answers below: "### 1. Multiple choice".
bool heads_entries(const Outline& outline, std::size_t i) {
  Offset text = 0;
  if (outline.units[i].kind != UnitKind::heading || i + 1 >= outline.units.size()) return false;
  return outline.units[i + 1].kind == UnitKind::line && !entry_number(outline, outline.units[i + 1], text).empty();
}

/// Where the section ends that the heading at `title` begins.
std::size_t section_end(const Outline& outline, std::size_t title) {
  const int level = outline.units[title].kind == UnitKind::heading ? outline.block(outline.units[title]).level : 7;
  std::size_t end = title + 1;
  for (; end < outline.units.size(); ++end) {
    const Unit& unit = outline.units[end];
    if (unit.kind != UnitKind::heading) continue;
    if (outline.block(unit).level <= level && unit.lead.number.empty()) break;
  }
  return end;
}

/// Whether labels count the answers in [begin, end): then the items of lists there are parts of them.
bool labels_count(const Outline& outline, std::size_t begin, std::size_t end) {
  return std::any_of(outline.units.begin() + static_cast<std::ptrdiff_t>(begin),
                     outline.units.begin() + static_cast<std::ptrdiff_t>(end), [](const Unit& unit) {
                       const LabelKind kind = unit.lead.kind;
                       return !unit.lead.number.empty() && (kind == LabelKind::question || kind == LabelKind::answer);
                     });
}

std::vector<Group> groups_of(const Outline& outline, std::size_t begin, std::size_t end) {
  std::vector<Group> groups;
  const bool labelled = labels_count(outline, begin, end);
  bool fresh = true;
  for (std::size_t i = begin; i < end; ++i) {
    const Unit& unit = outline.units[i];
    Entry entry{i, i + 1, 0, {}};
    const bool part = labelled && outline.marker(unit).kind == Marker::Kind::ordered;
    if (!part && !heads_entries(outline, i)) entry.number = entry_number(outline, unit, entry.text);
    if (entry.number.empty()) {
      if (unit.kind == UnitKind::heading) {
        fresh = true;
      } else if (!fresh) {
        groups.back().entries.back().end = i + 1;
      }
      continue;
    }
    const bool restarts = !groups.empty() && value_of(entry.number) <= value_of(groups.back().entries.back().number);
    if (fresh || restarts || groups.empty()) groups.emplace_back();
    groups.back().entries.push_back(std::move(entry));
    fresh = false;
  }
  return groups;
}

/// Whether the body says anything that is no choice.
bool is_answered(const Outline& outline, const Marks& marks, const Candidate& candidate, std::size_t end) {
  if (!marks[candidate.question].answer.empty()) return true;
  const bool named = std::any_of(candidate.keys.begin(), candidate.keys.end(),
                                 [&](const KeyPlace& key) { return key.named && key.unit < end; });
  if (!candidate.run.empty() && (ticked(candidate.run) > 0 || named)) return true;
  for (std::size_t i = candidate.body.begin; i < std::min(candidate.body.end, end); ++i) {
    const bool choice = !candidate.run.empty() && i < candidate.run.end();
    const bool body = marks[i].role == Role::answer || marks[i].role == Role::explanation;
    const std::string_view chars = outline.chars(outline.units[i]);
    const bool remark = i + 1 >= end && chars.starts_with('(') && chars.ends_with(')');  // "(Answers follow)"
    const bool place = key_label(chars) == chars.size();                                 // "Your answer:"
    if (!choice && body && !remark && !place) return true;
  }
  return false;
}

/// The questions above `end` that carry a number, in groups of rising numbers.
std::vector<std::vector<Asked>> asked_above(const Outline& outline, const Marks& marks,
                                            const std::vector<Candidate>& candidates, std::size_t end,
                                            const std::set<std::size_t>& taken) {
  std::vector<std::vector<Asked>> groups;
  for (const Candidate& candidate : candidates) {
    if (candidate.question >= end) break;
    const std::string& number = marks[candidate.question].number;
    if (number.empty() || taken.count(candidate.question) > 0) continue;
    const bool open = !is_answered(outline, marks, candidate, end);
    if (groups.empty() || value_of(number) <= value_of(groups.back().back().number)) groups.emplace_back();
    groups.back().push_back({candidate.question, number, open});
  }
  return groups;
}

std::size_t matches(const Group& group, const std::vector<Asked>& asked) {
  std::size_t count = 0;
  for (const Entry& entry : group.entries)
    count += std::any_of(asked.begin(), asked.end(),
                         [&](const Asked& question) { return question.open && question.number == entry.number; });
  return count;
}

/// For each group of entries the group of questions that it answers: in their order where there are as many, else the
/// nearest above that fits best. -1 where none does.
std::vector<int> paired(const std::vector<Group>& groups, const std::vector<std::vector<Asked>>& asked) {
  std::vector<int> pairs(groups.size(), -1);
  bool in_order = groups.size() == asked.size();
  for (std::size_t g = 0; in_order && g < groups.size(); ++g) in_order = matches(groups[g], asked[g]) > 0;
  if (in_order) {
    for (std::size_t g = 0; g < groups.size(); ++g) pairs[g] = static_cast<int>(g);
    return pairs;
  }
  std::set<int> used;
  for (std::size_t g = groups.size(); g-- > 0;) {
    std::size_t best = 0;
    for (std::size_t q = asked.size(); q-- > 0;) {
      if (used.count(static_cast<int>(q)) > 0) continue;
      const std::size_t count = matches(groups[g], asked[q]);
      if (count <= best) continue;
      best = count;
      pairs[g] = static_cast<int>(q);
    }
    if (pairs[g] >= 0) used.insert(pairs[g]);
  }
  return pairs;
}

struct Answered {
  Entry entry;
  std::size_t question = 0;
};

/// Behind a dash or a colon that parts the key from what explains it.
Offset behind_dash(std::string_view text, Offset at) {
  for (const std::string_view dash : {"—", "–", "-", ":"})
    if (text.substr(at).starts_with(dash)) at += static_cast<Offset>(dash.size());
  while (at < text.size() && is_ascii_space(text[at])) ++at;
  return at;
}

bool repeats_choice(const Outline& outline, const Candidate& candidate, std::string_view text) {
  const std::string said = comparable(text);
  return std::any_of(candidate.run.options.begin(), candidate.run.options.end(),
                     [&](const RunOption& option) { return comparable(first_line_of(outline, option)) == said; });
}

void give(const Outline& outline, Marks& marks, const Answered& answered, std::vector<Candidate>& candidates,
          std::vector<SectionKeys>& sections) {
  const auto candidate = std::find_if(candidates.begin(), candidates.end(),
                                      [&](const Candidate& it) { return it.question == answered.question; });
  std::size_t begin = answered.entry.begin;
  Offset text = answered.entry.text;
  const bool heading = text >= outline.chars(outline.units[begin]).size();  // "### Q1" above "Answer: A"
  if (heading && begin + 1 < answered.entry.end) {
    marks[begin] = whole(outline.units[begin], Role::furniture);
    const Lead& lead = outline.units[++begin].lead;
    text = lead.kind == LabelKind::answer ? lead.size : 0;
  }
  const Unit& first = outline.units[begin];
  Role role = Role::answer;
  if (!candidate->run.empty() && !candidate->run.options[0].option.label.empty()) {
    const std::string_view rest = outline.chars(first).substr(text);
    NamedKeys named = keys_named(rest);
    const Offset label = named.labels.empty() ? key_label(rest) : 0;
    if (label > 0) named = keys_named(rest.substr(label));
    const bool fits = !named.labels.empty() && std::all_of(named.labels.begin(), named.labels.end(),
                                                           [&](auto& key) { return has_label(candidate->run, key); });
    if (fits) {
      sections.push_back({answered.question, named.labels});
      role = Role::explanation;
      text += label + behind_dash(rest.substr(label), named.end);
      if (repeats_choice(outline, *candidate, outline.chars(first).substr(text))) text = first.chars.size();
    }
  }
  for (std::size_t i = begin; i < answered.entry.end; ++i) {
    const UnitKind kind = outline.units[i].kind;
    const bool silent = kind == UnitKind::rule || kind == UnitKind::markup;
    marks[i] = whole(outline.units[i], silent ? Role::furniture : role);
    if (silent) continue;
    marks[i].of = static_cast<std::uint32_t>(answered.question + 1);
    if (i == begin) marks[i].chars.begin = std::min(marks[i].chars.end, marks[i].chars.begin + text);
  }
}

void read_section(const Outline& outline, Marks& marks, std::size_t title, std::set<std::size_t>& taken,
                  std::vector<SectionKeys>& sections) {
  const std::size_t end = section_end(outline, title);
  const std::vector<Group> groups = groups_of(outline, title + 1, end);
  std::size_t entries = 0;
  for (const Group& group : groups) entries += group.entries.size();
  std::vector<Candidate> candidates = candidates_of(outline, marks);
  const auto asked = asked_above(outline, marks, candidates, title, taken);
  const std::vector<int> pairs = paired(groups, asked);
  std::vector<Answered> answers;
  for (std::size_t g = 0; g < groups.size(); ++g) {
    if (pairs[g] < 0) continue;
    const std::vector<Asked>& questions = asked[static_cast<std::size_t>(pairs[g])];
    // More steps than questions are the way to one answer.
    if (value_of(groups[g].entries.back().number) > value_of(questions.back().number)) return;
    for (const Entry& entry : groups[g].entries)
      for (const Asked& question : questions)
        if (question.open && question.number == entry.number) answers.push_back({entry, question.unit});
  }
  if (answers.size() < kFewestEntries || answers.size() * 5 < entries * 4) return;
  for (std::size_t i = title; i < end; ++i) marks[i] = whole(outline.units[i], Role::furniture);
  marks[title].role = Role::section;
  for (const Answered& answered : answers) {
    give(outline, marks, answered, candidates, sections);
    taken.insert(answered.question);
  }
}

/// Whether most entries ask: "## Quiz and answers" heads other questions.
bool entries_ask(const Outline& outline, const std::vector<Group>& groups) {
  std::size_t entries = 0;
  std::size_t asking = 0;
  for (const Group& group : groups)
    for (const Entry& entry : group.entries) {
      ++entries;
      asking += outline.chars(outline.units[entry.begin]).ends_with('?');
    }
  return asking * 2 > entries;
}

}  // namespace

std::vector<std::size_t> answer_titles_of(const Outline& outline) {
  std::vector<std::size_t> titles;
  for (std::size_t i = 0; i < outline.units.size(); ++i) {
    if (!heads_answers(outline, outline.units[i])) continue;
    const std::vector<Group> groups = groups_of(outline, i + 1, section_end(outline, i));
    std::size_t entries = 0;
    for (const Group& group : groups) entries += group.entries.size();
    if (entries >= kFewestEntries && !entries_ask(outline, groups)) titles.push_back(i);
  }
  return titles;
}

std::vector<SectionKeys> read_answer_sections(const Outline& outline, Marks& marks) {
  std::set<std::size_t> taken;
  std::vector<SectionKeys> sections;
  for (const std::size_t title : outline.answer_titles) read_section(outline, marks, title, taken, sections);
  return sections;
}

void read_section_keys(const std::vector<SectionKeys>& sections, std::vector<Candidate>& candidates) {
  for (const SectionKeys& section : sections) {
    const auto candidate = std::ranges::lower_bound(candidates, section.question, {}, &Candidate::question);
    if (candidate == candidates.end() || candidate->question != section.question) continue;
    for (const std::string& key : section.keys)
      for (RunOption& option : candidate->run.options)
        if (ascii_lower(key) == ascii_lower(option.option.label)) option.option.correct = true;
  }
}

}  // namespace quizlint
