#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "checks/check.h"
#include "checks/passages.h"

namespace quizlint {
namespace {

constexpr CheckInfo kInfo = {
    .id = "structure/separator",
    .severity = Severity::info,
    .summary = "The blank line between question and answer moves about.",
    .why =
        "In banks without marks the blank line is all that tells a question from its answer. Where it stands now "
        "between the two and now not, people and programs pair them wrongly.",
    .bad =
        "What is a mutex?\n\nA lock that one thread holds at a time.\n\nWhat is a thread?\n\nA line of execution in a "
        "process.\n\nWhat is a queue?\nA line of things that wait for their turn.\n\nWhat is a stack?\n\nA pile of "
        "things, the last one on top.\n",
    .good =
        "What is a mutex?\n\nA lock that one thread holds at a time.\n\nWhat is a thread?\n\nA line of execution in "
        "a process.\n\nWhat is a queue?\n\nA line of things that wait for their turn.\n",
    .fix = "Moves the blank line to where most questions have it; unsafe, for in such a bank it parts the two.",
};

/// How an answer begins after its question.
enum class Gap : std::uint8_t { same_line, next_line, blank_line };

constexpr std::array<std::string_view, 3> kNames = {"on the question's line", "on the next line", "after a blank line"};

/// Headings, summaries and list items are told from what follows them without any blank line.
bool is_paragraph(const Bank& bank, const Question& question) {
  const Block& block = bank.blocks[question.stem.front().block];
  return block.kind == BlockKind::paragraph && block.list_depth == 0;
}

std::optional<Gap> gap_of(const Bank& bank, const Question& question) {
  if (question.answer.empty() || !question.choices.empty() || !is_paragraph(bank, question)) return std::nullopt;
  const Span stem = stem_lines(bank, question);
  const Offset answer = std::max(question.answer_span.begin, stem.end);
  const std::string_view between = slice(bank.source, {stem.end, answer});
  const auto lines = std::ranges::count(between, '\n');
  return lines == 0 ? Gap::same_line : lines == 1 ? Gap::next_line : Gap::blank_line;
}

struct Seen {
  const Question* question;
  Gap gap;
};

/// Puts the blank line between question and answer, or takes it away.
std::optional<Fix> moved_line(const Bank& bank, const Seen& seen, Gap to) {
  const Span stem = stem_lines(bank, *seen.question);
  const Offset answer = std::max(seen.question->answer_span.begin, stem.end);
  const std::string_view between = slice(bank.source, {stem.end, answer});
  const std::size_t first = between.find('\n');
  if (first == std::string_view::npos || between.find_first_not_of(" \t\r\n") != std::string_view::npos)
    return std::nullopt;
  const auto line_end = static_cast<Offset>(stem.end + first + 1);
  if (seen.gap == Gap::next_line && to == Gap::blank_line) {
    const bool crlf = first > 0 && between[first - 1] == '\r';
    return Fix{"Put a blank line before the answer", Safety::unsafe, {{{line_end, line_end}, crlf ? "\r\n" : "\n"}}};
  }
  if (seen.gap != Gap::blank_line || to != Gap::next_line) return std::nullopt;
  const auto last = static_cast<Offset>(stem.end + between.rfind('\n') + 1);
  return Fix{"Take the blank line before the answer away", Safety::unsafe, {{{line_end, last}, ""}}};
}

void report_gap(const BankContext& context, const Seen& seen, std::optional<Gap> to, std::string message) {
  const Span span = stem_lines(context.bank, *seen.question);
  Finding found = finding_in(context.bank, kInfo, span, std::move(message));
  if (to)
    if (auto fix = moved_line(context.bank, seen, *to)) found.fixes.push_back(std::move(*fix));
  context.report(std::move(found));
}

/// Where one way rules, every other question is told; where none does, the bank is told once.
void judge(const BankContext& context, const std::vector<Seen>& part) {
  std::array<std::size_t, 3> counts{};
  for (const Seen& it : part) ++counts[static_cast<std::size_t>(it.gap)];
  const auto most = static_cast<std::size_t>(std::ranges::max_element(counts) - counts.begin());
  if (part.size() < 3 || counts[most] == part.size()) return;
  const bool rules = 5 * counts[most] >= 3 * part.size();
  for (const Seen& it : part) {
    if (static_cast<std::size_t>(it.gap) == most) continue;
    const std::string_view here = kNames[static_cast<std::size_t>(it.gap)];
    report_gap(
        context, it, rules ? std::optional(static_cast<Gap>(most)) : std::nullopt,
        fmt::format("the answer begins {}, {} of {} here begin {}", here, counts[most], part.size(), kNames[most]));
    if (!rules) return;
  }
}

void run(const BankContext& context) {
  std::vector<std::vector<Seen>> parts(context.bank.parts.size() + 1);
  for (const Question& question : context.bank.questions)
    if (const auto gap = gap_of(context.bank, question); gap && question.part < parts.size())
      parts[question.part].push_back({&question, *gap});
  for (const auto& part : parts) judge(context, part);
}

}  // namespace

extern const BankCheck kSeparator;
const BankCheck kSeparator = {kInfo, run};

}  // namespace quizlint
