#include "checks/check.h"
#include "checks/passages.h"

namespace quizlint {
namespace {

constexpr CheckInfo kInfo = {
    .id = "structure/malformed",
    .severity = Severity::error,
    .summary = "A record that its format does not allow.",
    .why =
        "A comma that is missing from a JSON file, a quotation mark that is not closed: the program that asks these "
        "questions refuses the file, or reads other questions than were written. Reading goes on behind the fault, so "
        "one broken record hides no other. Where the fields of a record can be read in two ways that fit equally well, "
        "both are told, with what to write into the configuration; nothing is guessed.",
    .bad = "==> bank.json <==\n[\n  {\"question\": \"What is a stack?\" \"answer\": \"Last in, first out.\"}\n]\n",
    .good = "==> bank.json <==\n[\n  {\"question\": \"What is a stack?\", \"answer\": \"Last in, first out.\"}\n]\n",
    .fix = "",
};

void run(const BankContext& context) {
  for (const Fault& fault : context.bank.faults)
    if (fault.check == kInfo.id) context.report(finding_in(context.bank, kInfo, fault.span, fault.message));
}

}  // namespace

extern const BankCheck kMalformed;
const BankCheck kMalformed = {kInfo, run};

}  // namespace quizlint
