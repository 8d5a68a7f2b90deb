#include <algorithm>
#include <map>
#include <optional>

#include <fmt/format.h>

#include "checks/check.h"
#include "checks/passages.h"
#include "text/utf8.h"

namespace quizlint {
namespace {

constexpr CheckInfo kInfo = {
    .id = "structure/mixed-layout",
    .severity = Severity::info,
    .summary = "A question is marked up unlike the rest of its bank.",
    .why =
        "Whoever reads or converts the bank by its marks loses the questions that are marked otherwise. Told only "
        "where four of five questions or more of a part agree, and at least three.",
    .bad =
        "**Q:** What is a mutex?\n\n**A:** A lock.\n\n***Q: What is a thread?***\n\nA: A line of execution.\n\n"
        "**Q:** What is a queue?\n\n**A:** A line.\n\n**Q:** What is a stack?\n\n**A:** A pile.\n\n**Q:** What is a "
        "tree?\n\n**A:** A graph without circles.\n",
    .good =
        "**Q:** What is a mutex?\n\n**A:** A lock.\n\n**Q:** What is a thread?\n\n**A:** A line of execution.\n\n"
        "**Q:** What is a queue?\n\n**A:** A line.\n",
    .fix = "Marks the question as the others are, where only the marks about its label differ.",
};

constexpr double kShare = 0.66;
constexpr std::size_t kLeast = 3;

/// The marks before the question alone: what the question itself begins with (code, a link, a tag) is cut off.
std::string_view marks_of(const Question& question) {
  std::string_view style = question.style;
  const std::size_t text = style.find_first_of("`[\\!");
  if (text != std::string_view::npos) style = style.substr(0, text);
  for (const std::string_view tag : {"<a", "<code", "<i", "<sup"})
    style = style.substr(0, std::min(style.find(tag), style.size()));
  if (style.size() < question.style.size())
    while (style.ends_with('*') && style.find(' ') != std::string_view::npos) style.remove_suffix(1);
  return trimmed(style);
}

using Styles = std::map<std::string_view, std::size_t>;

/// The style of most questions of a part, or "" where none rules.
std::string_view ruling(const Styles& styles, std::size_t questions) {
  const auto most = std::ranges::max_element(styles, {}, [](const auto& it) { return it.second; });
  const bool rules =
      most->second >= kLeast && static_cast<double>(most->second) >= kShare * static_cast<double>(questions);
  return rules ? most->first : std::string_view();
}

/// How questions are marked in a run of the bank.
struct Tally {
  Styles styles;
  std::size_t questions = 0;

  void add(std::string_view style) {
    ++styles[style];
    ++questions;
  }
};

/// A way to mark a label: `**` before and after it, or `#### ` before.
struct Marks {
  std::string_view before, label, after;
};

Marks parted(std::string_view style) {
  const std::size_t label = std::min(style.find_first_not_of("#*_ "), style.size());
  const std::size_t end = style.find_last_not_of("*_ ") + 1;
  return {style.substr(0, label), style.substr(label, end - std::min(label, end)), style.substr(std::max(label, end))};
}

/// Takes a label off the front of what is written; the style writes N for a number. What it is, or "" where another
/// stands there.
std::string_view take_label(std::string_view& written, std::string_view label) {
  std::size_t at = 0;
  for (const char c : label) {
    const std::size_t begin = at;
    const auto is_of_number = [&] { return at < written.size() && is_ascii_digit(written[at]); };
    if (c == 'N' && is_of_number()) {
      while (is_of_number()) ++at;
    } else if (at < written.size() && written[at] == c) {
      ++at;
    }
    if (at == begin) return {};
  }
  const std::string_view taken = written.substr(0, at);
  written.remove_prefix(at);
  return taken;
}

/// Marks the question's line as others are marked, where the label is the same and nothing else in it is marked.
/// Another level of heading may be meant so.
std::optional<Fix> marked_alike(const Bank& bank, const Question& question, std::string_view here,
                                std::string_view style) {
  const Marks from = parted(here), to = parted(style);
  const bool heading = to.before.starts_with('#');
  const Span line = trimmed(bank.source, stem_lines(bank, question));
  std::string_view rest = slice(bank.source, line);
  if (from.label != to.label || from.before.starts_with('#') != heading || rest.find('\n') != std::string_view::npos ||
      std::ranges::none_of(to.label, is_ascii_letter) || !rest.starts_with(from.before))
    return std::nullopt;
  rest.remove_prefix(from.before.size());
  const std::string_view label = take_label(rest, from.label);
  if (label.empty() || !rest.starts_with(from.after)) return std::nullopt;
  rest.remove_prefix(from.after.size());
  // What was opened before the label is closed at the end, perhaps with a mark more or less.
  if (from.after.empty() && !heading && !from.before.empty())
    rest = rest.substr(0, rest.find_last_not_of(from.before.front()) + 1);
  if (rest.find_first_of("*_") != std::string_view::npos) return std::nullopt;
  std::string text = fmt::format("{}{}{}{}", to.before, label, to.after, rest);
  if (!heading && to.after.empty()) text += to.before;
  return Fix{fmt::format("Mark it '{}'", style), heading ? Safety::unsafe : Safety::safe, {{line, std::move(text)}}};
}

using Place = std::pair<std::uint16_t, std::int32_t>;  // part and section

void run(const BankContext& context) {
  const Bank& bank = context.bank;
  std::map<std::uint16_t, Tally> parts;
  std::map<Place, Tally> sections;
  for (const Question& question : bank.questions) {
    parts[question.part].add(marks_of(question));
    sections[{question.part, question.section}].add(marks_of(question));
  }
  for (const Question& question : bank.questions) {
    const Tally& part = parts[question.part];
    const Tally& section = sections[{question.part, question.section}];
    const std::string_view marks = marks_of(question), style = ruling(part.styles, part.questions);
    if (style.empty() || marks.empty() || marks == style) continue;
    if (ruling(section.styles, section.questions) == marks) continue;  // a section with a way of its own
    if (marks.starts_with(style) && trimmed(marks.substr(style.size())) == style) continue;  // leftover-markup tells it
    Finding found = finding_in(bank, kInfo, stem_lines(bank, question),
                               fmt::format("this question begins with '{}', {} of {} here begin with '{}'", marks,
                                           part.styles.at(style), part.questions, style));
    found.subject = marks;
    if (auto fix = marked_alike(bank, question, marks, style)) found.fixes.push_back(std::move(*fix));
    context.report(std::move(found));
  }
}

}  // namespace

extern const BankCheck kMixedLayout;
const BankCheck kMixedLayout = {kInfo, run};

}  // namespace quizlint
