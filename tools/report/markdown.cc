#include <algorithm>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "report/reporter.h"
#include "report/summary_line.h"
#include "report/tally.h"
#include "report/xml_text.h"

namespace quizlint {
namespace {

/// Text that Markdown shows as it is, in a paragraph or a table.
std::string plain_markdown(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (std::string_view("\\`*_{}[]<>#|~$@&").find(c) != std::string_view::npos) out += '\\';
    out += c == '\n' || c == '\r' ? ' ' : c;
  }
  return out;
}

std::string counts(const Tally& tally) {
  std::vector<std::string> parts;
  const auto add = [&](Severity severity, std::string_view many) {
    if (tally.of(severity) > 0) parts.push_back(counted(tally.of(severity), name_of(severity), many));
  };
  add(Severity::error, "");
  add(Severity::warning, "");
  add(Severity::info, "info");
  std::string out;
  for (const std::string& part : parts) out += (out.empty() ? "" : ", ") + part;
  return out.empty() ? "nothing to mend" : out;
}

std::string row_of(const Finding& finding) {
  return fmt::format("| {}:{} | {} | `{}` | {} |\n", finding.begin.line, finding.begin.column,
                     name_of(finding.severity), finding.check, plain_markdown(finding.message));
}

void write_bank(const ReportInput& input, const BankSummary& bank, std::string& out) {
  const std::span<const Finding> findings = findings_in(input.outcome, bank.path);
  if (findings.empty()) return;
  out += fmt::format("\n<details>\n<summary><code>{}</code>: {} in {}</summary>\n\n", plain_markdown(bank.path),
                     counted(findings.size(), "finding"), counted(bank.questions, "question"));
  out += "| place | severity | check | what |\n| --- | --- | --- | --- |\n";
  for (const Finding& finding : findings) {
    out += row_of(finding);
    pass_on(input, out);
  }
  out += "\n</details>\n";
}

std::string write(const ReportInput& input) {
  const Tally tally = tally_of(input.outcome);
  std::string out = fmt::format("### quizlint: {}\n\n{}, {}, {} answered.\n", counts(tally),
                                counted(tally.banks, "bank"), counted(tally.questions, "question"), tally.answered);
  if (tally.fixable > 0)
    out += fmt::format("\n{} can be mended at once: `{}`\n", counted(tally.fixable, "finding"), mending_command(input));
  for (const BankSummary& bank : input.outcome.banks) write_bank(input, bank, out);
  return out;
}

}  // namespace

extern const Reporter kMarkdown;
const Reporter kMarkdown = {"markdown", "a comment for a pull request, details folded", false, write};

}  // namespace quizlint
