#include <algorithm>

#include "checks/check.h"
#include "checks/passages.h"

namespace quizlint {
namespace {

constexpr CheckInfo kInfo = {
    .id = "fragments/stray-text",
    .severity = Severity::warning,
    .summary = "Text that belongs to no question.",
    .why =
        "Half a sentence between two questions is most often the end of an answer that was cut or moved. Titles, "
        "introductions, tables of contents and notes at the end are at home and not meant.",
    .bad =
        "**Q:** What is a mutex?\n\n**A:** A lock that one thread holds at a time.\n\nand scalable.\n\n**Q:** What is "
        "a "
        "queue?\n\n**A:** A line of things that wait.\n",
    .good =
        "**Q:** What is a mutex?\n\n**A:** A lock that one thread holds at a time.\n\n**Q:** What is a queue?\n\n"
        "**A:** A line of things that wait.\n",
    .fix = "",
};

/// Whether nothing but blanks stands between two runs of the file.
bool adjoin(const Bank& bank, Span a, Span b) {
  return a.end <= b.begin && trimmed(slice(bank.source, {a.end, b.begin})).empty();
}

void run(const BankContext& context) {
  const Bank& bank = context.bank;
  if (bank.questions.empty()) return;
  for (std::size_t i = 0; i < bank.stray.size();) {
    Span span = passage_span(bank, {&bank.stray[i], 1});
    std::size_t next = i + 1;
    for (; next < bank.stray.size(); ++next) {
      const Span more = passage_span(bank, {&bank.stray[next], 1});
      if (!adjoin(bank, span, more)) break;
      span = join(span, more);
    }
    Finding found = finding(kInfo, trimmed(bank.source, span),
                            "this text belongs to no question; put it where it belongs, or remove it");
    found.subject = slice(bank.source, found.span).substr(0, 200);
    context.report(std::move(found));
    i = next;
  }
}

}  // namespace

extern const BankCheck kStrayText;
const BankCheck kStrayText = {kInfo, run};

}  // namespace quizlint
