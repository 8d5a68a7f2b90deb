#include <algorithm>
#include <optional>

#include <fmt/format.h>

#include "checks/check.h"
#include "checks/passages.h"
#include "text/utf8.h"

namespace quizlint {
namespace {

constexpr CheckInfo kInfo = {
    .id = "structure/encoding",
    .severity = Severity::error,
    .summary = "The file is not UTF-8, or holds NUL bytes.",
    .why =
        "Every tool that reads the bank guesses another encoding, and letters break. The finding stands at the first "
        "byte that is at fault; the file is read as well as can be, and mended only where ASCII "
        "will do.",
    .bad = "**Q:** What is a caf\xE9?\n\n**A:** A place for coffee.\n",
    .good = "**Q:** What is a café?\n\n**A:** A place for coffee.\n",
    .fix = "",
};

/// What the first bytes of a file say of its encoding.
std::optional<std::string_view> marked(std::string_view source) {
  using namespace std::string_view_literals;
  if (source.starts_with("\xFF\xFE\0\0"sv) || source.starts_with("\0\0\xFE\xFF"sv)) return "UTF-32";
  if (source.starts_with("\xFF\xFE"sv) || source.starts_with("\xFE\xFF"sv)) return "UTF-16";
  return std::nullopt;
}

Fault fault_of(std::string_view source) {
  if (const auto encoding = marked(source))
    return {kInfo.id, {0, 2}, fmt::format("the file is {}; save it as UTF-8", *encoding)};
  const std::size_t bad = first_invalid(source), nul = source.find('\0');
  const std::size_t at = std::min(bad, nul);
  if (at == std::string_view::npos) return {};
  const Span span{static_cast<Offset>(at), static_cast<Offset>(at + 1)};
  if (at == nul) return {kInfo.id, span, "a NUL byte stands here; the file may be damaged, or no text"};
  const auto byte = static_cast<unsigned char>(source[at]);
  return {kInfo.id, span, fmt::format("the byte 0x{:02X} is not UTF-8; save the file as UTF-8", byte)};
}

void run(const BankContext& context) {
  const Fault fault = fault_of(context.bank.source);
  if (!fault.check.empty()) context.report(finding_in(context.bank, kInfo, fault.span, fault.message));
}

}  // namespace

extern const BankCheck kEncoding;
const BankCheck kEncoding = {kInfo, run};

}  // namespace quizlint
