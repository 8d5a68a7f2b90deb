#include "checks/check.h"
#include "checks/passages.h"

namespace quizlint {
namespace {

constexpr CheckInfo kInfo = {
    .id = "structure/malformed",
    .severity = Severity::error,
    .summary = "A record that its format does not allow.",
    .why =
        "Programs that read the bank stop at such a record, or leave it out without a word. quizlint reads on behind "
        "it, so that one fault does not hide the others.",
    .bad = "",
    .good = "",
    .fix = "",
};

void run(const BankContext& context) {
  for (const Fault& fault : context.bank.faults) {
    if (fault.check != kInfo.id) continue;
    Finding found = finding_in(context.bank, kInfo, fault.span, fault.message);
    found.subject = slice(context.bank.source, fault.span).substr(0, 80);
    context.report(std::move(found));
  }
}

}  // namespace

extern const BankCheck kMalformed;
const BankCheck kMalformed = {kInfo, run};

}  // namespace quizlint
