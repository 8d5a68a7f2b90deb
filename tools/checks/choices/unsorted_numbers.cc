#include <algorithm>
#include <charconv>
#include <optional>
#include <vector>

#include "checks/choices/choice_text.h"
#include "text/text.h"
#include "text/utf8.h"

namespace quizlint {
namespace {

constexpr CheckInfo kInfo = {
    .id = "choices/unsorted-numbers",
    .severity = Severity::info,
    .on_by_default = false,
    .summary = "Choices that are numbers do not stand in order.",
    .why =
        "Numbers in order are compared at a glance, and the order cannot hint at the key. Told of three or more "
        "numbers "
        "with the same unit. Source: rule 20 of Haladyna, Downing and Rodriguez 2002 (\"Place choices in logical or "
        "numerical order\").",
    .bad = "## How many planets are there?\n\n- [ ] 9\n- [x] 8\n- [ ] 12\n- [ ] 7\n",
    .good = "## How many planets are there?\n\n- [ ] 7\n- [x] 8\n- [ ] 9\n- [ ] 12\n",
    .fix = "",
};

struct Quantity {
  double value = 0;
  std::string unit;
};

/// A number with sign, thousands and decimals, and what stands behind it.
std::optional<Quantity> quantity_of(std::string_view text) {
  text = trimmed(text);
  std::string digits;
  std::size_t at = 0;
  while (at < text.size() &&
         (is_ascii_digit(text[at]) || text[at] == '.' || text[at] == ',' || (at == 0 && text[at] == '-'))) {
    if (text[at] != ',') digits += text[at];
    ++at;
  }
  Quantity quantity;
  const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), quantity.value);
  if (digits.empty() || read.ec != std::errc() || read.ptr != digits.data() + digits.size()) return std::nullopt;
  quantity.unit = std::string(trimmed(text.substr(at)));
  if (quantity.unit.find_first_of("0123456789+*/^=-") != std::string::npos) return std::nullopt;
  return quantity;
}

bool is_unsorted(const std::vector<Quantity>& quantities) {
  return !std::ranges::is_sorted(quantities, {}, &Quantity::value) &&
         !std::ranges::is_sorted(quantities, std::greater(), &Quantity::value);
}

void run(const BankContext& context) {
  const Bank& bank = context.bank;
  each_choice_question(bank, [&](const Question& question, std::uint32_t index) {
    std::vector<Quantity> quantities;
    for (const Choice& choice : question.choices) {
      std::optional<Quantity> quantity = quantity_of(plain(bank, choice.text));
      if (!quantity || (!quantities.empty() && quantities[0].unit != quantity->unit)) return;
      quantities.push_back(std::move(*quantity));
    }
    if (quantities.size() > 2 && is_unsorted(quantities))
      report_question(context, kInfo, index, "the choices are numbers out of order; sort them");
  });
}

}  // namespace

extern const BankCheck kUnsortedNumbers;
const BankCheck kUnsortedNumbers = {kInfo, run};

}  // namespace quizlint
