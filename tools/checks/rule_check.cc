#include "checks/rule_check.h"

#include <algorithm>
#include <optional>

#include <fmt/format.h>

#include "checks/passages.h"
#include "checks/rule_text.h"
#include "knowledge/language.h"
#include "text/utf8.h"
#include "text/words.h"

namespace quizlint {
namespace {

using Groups = std::vector<Span>;

/// A run of text that a rule's patterns see, with where it belongs.
struct View {
  const Bank& bank;
  const Report& report;
  const PassageAt& at;
  std::span<const Slice> slices;
  const Text& text;
};

/// A template with `\0` … `\9` replaced by what `group` gives for them.
template <typename GroupText>
std::string expanded(std::string_view pattern, const GroupText& group) {
  std::string out;
  for (std::size_t i = 0; i < pattern.size(); ++i) {
    if (pattern[i] == '\\' && i + 1 < pattern.size() && is_ascii_digit(pattern[i + 1])) {
      out += group(static_cast<std::size_t>(pattern[++i] - '0'));
    } else {
      out += pattern[i];
    }
  }
  return out;
}

/// For people: opaque runs are an ellipsis, and what is long is cut.
std::string shown(std::string_view chars) {
  constexpr std::size_t kLongest = 60;
  std::string out;
  for (std::size_t at = 0; at < chars.size();) {
    const CodePoint point = decode(chars, at);
    const bool opaque = chars.substr(at).starts_with(kOpaqueMark);
    out += opaque ? "\u2026" : chars.substr(at, point.size);
    at += point.size;
    if (out.size() > kLongest && at < chars.size()) return out + "\u2026";
  }
  return out;
}

std::string message_of(const View& view, const RulePattern& pattern, const Groups& groups) {
  return expanded(pattern.message, [&](std::size_t i) {
    return i < groups.size() ? shown(slice(view.text.chars(), groups[i])) : std::string();
  });
}

/// What stands in the place of the match, its groups as the file writes them.
std::string replacement_of(const View& view, const RulePattern& pattern, const Groups& groups) {
  return expanded(*pattern.fix, [&](std::size_t i) {
    if (i >= groups.size() || groups[i].empty()) return std::string_view();
    return slice(view.bank.source, view.text.source(groups[i]));
  });
}

/// A replacement without what stays as it is at both ends, whole words kept: what is left is the faulty text.
struct Change {
  Span chars;  ///< in the view's text
  std::string text;
};

Change narrowed(const View& view, Span match, std::string text) {
  const std::string_view before = slice(view.text.chars(), match);
  const auto is_blank_at = [](std::string_view in, std::size_t at) {
    return at >= in.size() || is_ascii_space(in[at]);
  };
  std::size_t front = 0, back = 0;
  const std::size_t most = std::min(before.size(), text.size());
  while (front < most && before[front] == text[front]) ++front;
  while (front > 0 && !(is_ascii_space(before[front - 1]) && !is_blank_at(before, front) && !is_blank_at(text, front)))
    --front;
  while (back < most - front && before[before.size() - 1 - back] == text[text.size() - 1 - back]) ++back;
  while (back > 0 && !is_ascii_space(before[before.size() - back])) --back;
  if (front + back >= before.size() || front + back >= text.size()) return {match, std::move(text)};
  return {{match.begin + static_cast<Offset>(front), match.end - static_cast<Offset>(back)},
          text.substr(front, text.size() - front - back)};
}

/// The change that a pattern proposes for its match, if it can be written back.
std::optional<Change> change_of(const View& view, const RulePattern& pattern, const Groups& groups) {
  if (!pattern.fix || !view.text.editable(groups[0])) return std::nullopt;
  const std::string text = replacement_of(view, pattern, groups);
  if (slice(view.bank.source, view.text.source(groups[0])) != slice(view.text.chars(), groups[0]))
    return Change{groups[0], text};
  return narrowed(view, groups[0], text);
}

void add_fix(const View& view, const RulePattern& pattern, const Change& change, Finding& found) {
  const std::string title =
      change.text.empty() ? fmt::format("Remove '{}'", found.subject) : fmt::format("Replace with '{}'", change.text);
  found.fixes.push_back({title, pattern.safety, {{view.text.source(change.chars), change.text}}});
}

void report_match(const View& view, const Rule& rule, const RulePattern& pattern, const Groups& groups) {
  const std::optional<Change> change = change_of(view, pattern, groups);
  const bool whole = pattern.whole != Whole::no;
  const Span match = whole ? Span{0, view.text.size()} : change ? change->chars : groups[0];
  Finding found;
  found.check = rule.id;
  found.severity = rule.severity;
  found.span = whole ? passage_span(view.bank, view.slices) : view.text.source(match);
  found.question = view.at.question;
  found.subject = slice(view.text.chars(), match);
  found.message = message_of(view, pattern, groups);
  if (change && (!whole || groups[0] == match)) add_fix(view, pattern, *change, found);
  view.report(std::move(found));
}

bool silenced(const View& view, const RulePattern& pattern, Span match) {
  if (pattern.unless.empty()) return false;
  const std::string_view chars = view.text.chars();
  return pattern.unless.matches(pattern.whole != Whole::no ? chars : slice(chars, sentence_around(chars, match)));
}

/// Whether a paragraph shows another language than its bank or question does: banks mix them.
bool is_foreign(const Rule& rule, const View& view) {
  if (rule.language.empty()) return false;
  const std::string own = language_of(view.text.chars());
  return !own.empty() && own != rule.language;
}

/// Reports every match that overlaps none of `taken`, the matches of the rule's earlier patterns.
void run_pattern(const View& view, const Rule& rule, const RulePattern& pattern, std::vector<Span>& taken) {
  if (pattern.whole != Whole::no && !taken.empty()) return;
  if (std::ranges::find(pattern.except, view.at.language) != pattern.except.end()) return;
  for (auto match = pattern.pattern.find(view.text.chars()); match;
       match = pattern.pattern.find(view.text.chars(), match->front().end)) {
    const Span span = match->front();
    if (span.empty()) return;
    const bool free = std::ranges::none_of(taken, [&](Span it) { return it.overlaps(span); });
    if (!free || silenced(view, pattern, span) || is_foreign(rule, view)) continue;
    report_match(view, rule, pattern, *match);
    taken.push_back(span);
    if (pattern.whole != Whole::no) return;
  }
}

bool concerns(const Rule& rule, const PassageAt& at) {
  if (!looks_in(rule, at.place)) return false;
  return rule.language.empty() || at.language.empty() || rule.language == at.language;
}

/// No word of a passage that a rule means is longer; what is beyond needs no counting.
constexpr std::size_t kWordBytes = 32;

/// Whether a passage is short enough for the rule.
bool fits(const Rule& rule, std::string_view passage) {
  return passage.size() <= rule.max_words * kWordBytes && count_words(passage) <= rule.max_words;
}

/// The rules that are to run, by their place in the knowledge.
struct Job {
  const Bank& bank;
  const Report& report;
  std::span<const Rule> rules;
  std::vector<bool> selected;
};

using Entries = std::span<const PatternIndex::Entry>;

/// A passage as patterns see it, worked out when the first one asks.
struct PassageTexts {
  const Bank& bank;
  const PassageAt& at;
  std::optional<std::string> plain{};
  std::optional<Text> passage{};
  std::vector<Text> paragraphs{}, whole_paragraphs{};

  static Text whole(Text text) { return text.slice(trimmed(text.chars(), {0, text.size()})); }

  /// Code included, for counting words.
  std::string_view as_plain() {
    if (!plain) plain = plain_text(bank, at.slices);
    return *plain;
  }

  const Text& as_passage() {
    if (!passage) passage = whole(rule_text(bank, at.slices, true));
    return *passage;
  }

  std::span<const Text> as_paragraphs() {
    if (paragraphs.empty())
      for (const Slice& slice : at.slices) paragraphs.push_back(rule_text(bank, {&slice, 1}, false));
    return paragraphs;
  }

  std::span<const Text> as_whole_paragraphs() {
    if (whole_paragraphs.empty())
      for (const Slice& slice : at.slices) whole_paragraphs.push_back(whole(rule_text(bank, {&slice, 1}, true)));
    return whole_paragraphs;
  }
};

bool stands_alone(const Bank& bank, const Slice& slice) {
  const Block& block = bank.blocks[slice.block];
  return block.marker.kind == Marker::Kind::none && block.kind != BlockKind::table && block.kind != BlockKind::code;
}

/// What one rule has found in a passage so far: spans of each of its paragraphs, and whether the whole was found.
struct Taken {
  std::vector<std::vector<Span>> paragraphs;
  std::vector<Span> passage;
};

void run_whole_paragraphs(const Job& job, const Rule& rule, const RulePattern& pattern, PassageTexts& texts,
                          Taken& taken) {
  const std::span<const Text> seen = texts.as_whole_paragraphs();
  for (std::size_t i = 0; i < seen.size(); ++i) {
    const std::span<const Slice> slice = texts.at.slices.subspan(i, 1);
    if (stands_alone(job.bank, slice[0]) && (rule.max_words == 0 || fits(rule, seen[i].chars())))
      run_pattern({job.bank, job.report, texts.at, slice, seen[i]}, rule, pattern, taken.paragraphs[i]);
  }
}

void run_candidate(const Job& job, const Rule& rule, const RulePattern& pattern, bool short_enough, PassageTexts& texts,
                   Taken& taken) {
  const std::span<const Slice> slices = texts.at.slices;
  if (!taken.passage.empty()) return;
  if (pattern.whole == Whole::paragraph) return run_whole_paragraphs(job, rule, pattern, texts, taken);
  if (!short_enough) return;
  const bool found = std::ranges::any_of(taken.paragraphs, [](const auto& spans) { return !spans.empty(); });
  if (pattern.whole == Whole::passage && found) return;
  if (pattern.whole == Whole::passage)
    return run_pattern({job.bank, job.report, texts.at, slices, texts.as_passage()}, rule, pattern, taken.passage);
  for (std::size_t i = 0; i < slices.size(); ++i)
    run_pattern({job.bank, job.report, texts.at, slices.subspan(i, 1), texts.as_paragraphs()[i]}, rule, pattern,
                taken.paragraphs[i]);
}

void run_on_passage(const Job& job, const PassageAt& at, Entries candidates) {
  PassageTexts texts{job.bank, at};
  for (std::size_t begin = 0; begin < candidates.size();) {
    const std::uint32_t index = candidates[begin].rule;
    const Rule& rule = job.rules[index];
    const bool runs = job.selected[index] && concerns(rule, at);
    const bool short_enough = runs && (rule.max_words == 0 || fits(rule, texts.as_plain()));
    Taken taken{std::vector<std::vector<Span>>(runs ? at.slices.size() : 0), {}};
    for (; begin < candidates.size() && candidates[begin].rule == index; ++begin)
      if (runs) run_candidate(job, rule, rule.patterns[candidates[begin].pattern], short_enough, texts, taken);
  }
}

void run_job(const Job& job, const PatternIndex& index) {
  std::vector<PatternIndex::Entry> candidates;
  for (const PassageAt& at : passages_of(job.bank)) {
    index.candidates(literal_text(job.bank, at.slices), candidates);
    if (!candidates.empty()) run_on_passage(job, at, candidates);
  }
}

}  // namespace

void run_rules(std::span<const Rule* const> rules, const BankContext& context) {
  if (rules.empty()) return;
  const std::span<const Rule> all = context.knowledge.rules();
  Job job{context.bank, context.report, all, std::vector<bool>(all.size())};
  for (const Rule* rule : rules) job.selected[static_cast<std::size_t>(rule - all.data())] = true;
  run_job(job, context.knowledge.index());
}

void run_rule(const Rule& rule, const Bank& bank, const Report& report) {
  run_job({bank, report, {&rule, 1}, {true}}, PatternIndex({&rule, 1}));
}

void run_rule(const Rule& rule, const BankContext& context) {
  run_rule(rule, context.bank, context.report);
}

}  // namespace quizlint
