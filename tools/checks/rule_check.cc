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
  const Span match = rule.whole ? Span{0, view.text.size()} : change ? change->chars : groups[0];
  Finding found;
  found.check = rule.id;
  found.severity = rule.severity;
  found.span = rule.whole ? passage_span(view.bank, view.at.slices) : view.text.source(match);
  found.question = view.at.question;
  found.subject = slice(view.text.chars(), match);
  found.message = message_of(view, pattern, groups);
  if (change && (!rule.whole || groups[0] == match)) add_fix(view, pattern, *change, found);
  view.report(std::move(found));
}

bool silenced(const View& view, const Rule& rule, const RulePattern& pattern, Span match) {
  if (pattern.unless.empty()) return false;
  const std::string_view chars = view.text.chars();
  return pattern.unless.matches(rule.whole ? chars : slice(chars, sentence_around(chars, match)));
}

/// Whether a paragraph shows another language than its bank or question does: banks mix them.
bool is_foreign(const Rule& rule, const View& view) {
  if (rule.language.empty()) return false;
  const std::string own = language_of(view.text.chars());
  return !own.empty() && own != rule.language;
}

/// Reports every match that overlaps none of `taken`, the matches of the rule's earlier patterns.
void run_pattern(const View& view, const Rule& rule, const RulePattern& pattern, std::vector<Span>& taken) {
  if (rule.whole && !taken.empty()) return;
  if (std::ranges::find(pattern.except, view.at.language) != pattern.except.end()) return;
  for (auto match = pattern.pattern.find(view.text.chars()); match;
       match = pattern.pattern.find(view.text.chars(), match->front().end)) {
    const Span span = match->front();
    if (span.empty()) return;
    const bool free = std::ranges::none_of(taken, [&](Span it) { return it.overlaps(span); });
    if (!free || silenced(view, rule, pattern, span) || is_foreign(rule, view)) continue;
    report_match(view, rule, pattern, *match);
    taken.push_back(span);
    if (rule.whole) return;
  }
}

bool concerns(const Rule& rule, const PassageAt& at) {
  if (!looks_in(rule, at.place)) return false;
  return rule.language.empty() || at.language.empty() || rule.language == at.language;
}

/// No word of a passage that a rule means is longer; what is beyond needs no counting.
constexpr std::size_t kWordBytes = 32;

/// Whether a passage, code included, is short enough for the rule.
bool fits(const Rule& rule, std::string_view passage) {
  if (rule.max_words == 0) return true;
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

/// Runs the candidates of one rule over a passage; `texts` are its paragraphs, or the whole.
void run_candidates(const Job& job, const PassageAt& at, const Rule& rule, Entries entries,
                    std::span<const Text> texts) {
  for (const Text& text : texts) {
    std::vector<Span> taken;
    for (const PatternIndex::Entry& entry : entries)
      run_pattern({job.bank, job.report, at, text}, rule, rule.patterns[entry.pattern], taken);
  }
}

/// A passage as patterns see it, worked out when the first one asks.
struct PassageTexts {
  const Bank& bank;
  const PassageAt& at;
  std::vector<Text> whole;
  std::vector<Text> paragraphs;

  std::span<const Text> of(const Rule& rule) {
    std::vector<Text>& texts = rule.whole ? whole : paragraphs;
    if (!texts.empty()) return texts;
    if (rule.whole) {
      const Text text = rule_text(bank, at.slices, true);
      texts.push_back(text.slice(trimmed(text.chars(), {0, text.size()})));
    } else {
      for (const Slice& slice : at.slices) texts.push_back(rule_text(bank, {&slice, 1}, false));
    }
    return texts;
  }
};

void run_on_passage(const Job& job, const PassageAt& at, Entries candidates, std::string_view passage) {
  PassageTexts texts{job.bank, at, {}, {}};
  for (std::size_t begin = 0; begin < candidates.size();) {
    std::size_t end = begin + 1;
    while (end < candidates.size() && candidates[end].rule == candidates[begin].rule) ++end;
    const std::uint32_t index = candidates[begin].rule;
    const Rule& rule = job.rules[index];
    if (job.selected[index] && concerns(rule, at) && fits(rule, passage)) {
      run_candidates(job, at, rule, candidates.subspan(begin, end - begin), texts.of(rule));
    }
    begin = end;
  }
}

void run_job(const Job& job, const PatternIndex& index) {
  std::vector<PatternIndex::Entry> candidates;
  for (const PassageAt& at : passages_of(job.bank)) {
    const std::string text = literal_text(job.bank, at.slices);
    index.candidates(text, candidates);
    run_on_passage(job, at, candidates, text);
  }
}

}  // namespace

void run_rules(std::span<const Rule* const> rules, const BankContext& context) {
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
