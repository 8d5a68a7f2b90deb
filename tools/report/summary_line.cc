#include "report/summary_line.h"

#include <fmt/format.h>

#include "report/paint.h"
#include "report/tally.h"

namespace quizlint {
namespace {

std::string found(const Tally& tally, bool color) {
  std::string out;
  const auto add = [&](Severity severity, std::string text) {
    if (tally.of(severity) == 0) return;
    out += (out.empty() ? "" : ", ") + paint(color, ink_of(severity), text);
  };
  add(Severity::error, counted(tally.of(Severity::error), "error"));
  add(Severity::warning, counted(tally.of(Severity::warning), "warning"));
  add(Severity::info, counted(tally.of(Severity::info), "info", "info"));
  return out.empty() ? paint(color, ink::kHelp, "nothing to mend") : out;
}

}  // namespace

std::string what_was_found(const Tally& tally, bool color) {
  return fmt::format("{}, {}, {} answered: {}", counted(tally.banks, "bank"), counted(tally.questions, "question"),
                     tally.answered, found(tally, color));
}

std::string mending_command(const ReportInput& input) {
  std::string command = "quizlint check --fix";
  for (const std::string& words : {input.selection, input.scope})
    if (!words.empty()) command += " " + words;
  return command;
}

std::string summary_line(const ReportInput& input) {
  const bool color = input.style.color;
  const Tally tally = tally_of(input.outcome);
  std::string out = what_was_found(tally, color) + "\n";
  if (tally.fixable > 0)
    out += fmt::format("{} can be mended at once: {}\n", counted(tally.fixable, "finding"),
                       paint(color, ink::kBold, mending_command(input)));
  return out;
}

}  // namespace quizlint
