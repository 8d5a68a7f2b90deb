#include "engine/own_checks.h"

#include <array>

namespace quizlint {
namespace {

constexpr std::array<CheckInfo, 1> kOwnChecks = {{{
    .id = "quizlint/unused-ignore",
    .severity = Severity::warning,
    .summary = "An ignore comment that silences nothing.",
    .why = "Once a fault is mended, the comment that silenced it hides the next one; and one with a misspelt word "
           "silences nothing at all. A comment that names a check which did not run is left alone.",
    .bad = "<!-- quizlint-ignore unanswered/mising : to be discussed -->\n"
           "**Q:** What is a router?\n"
           "**A:**\n",
    .good = "<!-- quizlint-ignore unanswered/missing : to be discussed -->\n"
            "**Q:** What is a router?\n"
            "**A:**\n",
    .fix = "Removes the comment.",
}}};

}  // namespace

std::span<const CheckInfo> own_checks() {
  return kOwnChecks;
}

}  // namespace quizlint
