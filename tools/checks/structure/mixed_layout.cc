#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "checks/check.h"
#include "checks/passages.h"

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
    .fix = "",
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
    context.report(std::move(found));
  }
}

}  // namespace

extern const BankCheck kMixedLayout;
const BankCheck kMixedLayout = {kInfo, run};

}  // namespace quizlint
