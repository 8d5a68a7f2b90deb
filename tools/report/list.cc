#include <algorithm>
#include <array>

#include "report/reporter.h"

// THE list of reporters. A reporter is its file, report/<name>.cc, a declaration here and its place in the list.
namespace quizlint {

extern const Reporter kCheckstyle, kConcise, kFull, kGithub, kGitlab, kHtml, kJson, kJsonl, kJunit, kMarkdown, kRdjson,
    kSarif;

namespace {

constexpr std::array kReporters = {&kFull,   &kConcise, &kJson,       &kJsonl,  &kSarif,    &kGithub,
                                   &kGitlab, &kJunit,   &kCheckstyle, &kRdjson, &kMarkdown, &kHtml};

constexpr std::size_t kMuch = 1 << 20;

}  // namespace

void pass_on(const ReportInput& input, std::string& written) {
  if (written.size() < kMuch || !input.pass_on) return;
  input.pass_on(written);
  written.clear();
}

std::span<const Reporter* const> reporters() {
  return kReporters;
}

const Reporter* reporter_named(std::string_view name) {
  const auto found = std::ranges::find(kReporters, name, &Reporter::name);
  return found == kReporters.end() ? nullptr : *found;
}

}  // namespace quizlint
