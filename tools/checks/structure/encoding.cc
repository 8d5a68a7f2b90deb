#include "checks/check.h"
#include "checks/passages.h"

namespace quizlint {
namespace {

constexpr CheckInfo kInfo = {
    .id = "structure/encoding",
    .severity = Severity::error,
    .summary = "The file is not UTF-8, or holds NUL bytes.",
    .why =
        "Every tool that reads the bank guesses another encoding, and letters break. The finding stands at the first "
        "byte that is at fault; the file is read as well as can be, and fixes are off for it.",
    .bad = "**Q:** What is a caf\xE9?\n\n**A:** A place for coffee.\n",
    .good = "**Q:** What is a café?\n\n**A:** A place for coffee.\n",
    .fix = "",
};

void run(const BankContext& context) {
  for (const Fault& fault : context.bank.faults)
    if (fault.check == kInfo.id) context.report(finding_in(context.bank, kInfo, fault.span, fault.message));
}

}  // namespace

extern const BankCheck kEncoding;
const BankCheck kEncoding = {kInfo, run};

}  // namespace quizlint
