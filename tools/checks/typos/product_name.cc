#include <algorithm>

#include <fmt/format.h>

#include "checks/check.h"
#include "checks/typos/products.h"

namespace quizlint {
namespace {

void run(const BankContext& context);

}  // namespace

extern const BankCheck kProductName;
const BankCheck kProductName = {
    .info =
        {.id = "typos/product-name",
         .severity = Severity::warning,
         .summary = "The name of a product in a form that its makers do not use.",
         .why =
             "\"Javascript\" and \"PostgresSQL\" look careless in a bank that tests knowledge of them. Reported are "
             "slips of a name and capitals in wrong places. A name all in lower case (\"python\") or all in capitals "
             "passes, unless the bank writes it rightly three times as often, and so do code, addresses, file names "
             "and "
             "quotations.",
         .bad = "**Q:** What makes PostgresSQL and Javascript different?\n**A:** All.\n",
         .good = "**Q:** What makes PostgreSQL and JavaScript different?\n**A:** All.\n",
         .fix = "Writes the name as its makers do."},
    .run = run};

namespace {

void run(const BankContext& context) {
  for (const WrongName& wrong : wrong_names(context)) {
    const Block& block = context.bank.blocks[wrong.block];
    const Span span = block.text.source(wrong.chars);
    const std::string_view written = slice(block.text.chars(), wrong.chars);
    Finding found = finding(kProductName.info, span, fmt::format("'{}' is written '{}'", written, wrong.name));
    found.subject = std::string(written);
    if (block.text.editable(wrong.chars))
      found.fixes.push_back({fmt::format("Write '{}'", wrong.name),
                             wrong.slip ? Safety::unsafe : Safety::safe,
                             {{span, std::string(wrong.name)}}});
    context.report(std::move(found));
  }
}

}  // namespace
}  // namespace quizlint
