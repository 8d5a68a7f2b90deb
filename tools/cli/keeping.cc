#include "cli/keeping.h"

#include <algorithm>
#include <span>

#include <fmt/format.h>

#include "cli/terminal.h"
#include "engine/baseline.h"
#include "io/file.h"
#include "io/path.h"
#include "report/tally.h"

namespace quizlint {
namespace {

/// How many findings are named where not all are asked for.
constexpr std::size_t kMost = 10;

std::string description_of(const KnownFault& fault) {
  std::string text = fault.check;
  if (!fault.subject.empty()) text += " '" + fault.subject + "'";
  if (!fault.stem.empty()) text += " in '" + fault.stem + "'";
  return text;
}

void tell_stale(const Arguments& arguments, const std::vector<KnownFault>& stale) {
  std::size_t count = 0;
  for (const KnownFault& fault : stale) count += fault.count;
  print_note(fmt::format("{} kept by {} and no longer there:", counted(count, "finding"), arguments.run.baseline));
  const std::size_t shown = arguments.verbose ? stale.size() : std::min(kMost, stale.size());
  for (const KnownFault& fault : std::span(stale).first(shown)) print_note("  " + description_of(fault));
  if (shown < stale.size()) print_note(fmt::format("  and {} more; --verbose names them", stale.size() - shown));
  if (arguments.write_baseline.empty())
    print_note(fmt::format("to drop them: quizlint check --write-baseline {}", arguments.run.baseline));
}

/// A full disk leaves the old baseline as it was.
std::optional<Error> put(const std::string& path, const std::string& bytes) {
  if (!is_there(path)) return write_file(path, bytes);
  const auto before = read_file(path);
  return before ? replace_file(path, *before, bytes) : before.error();
}

}  // namespace

Arguments with_baseline(Arguments arguments) {
  std::string& file = arguments.run.baseline;
  if (file.empty() && arguments.write_baseline.empty() && !arguments.no_baseline)
    if (const Config config = config_of_run(arguments.run.settings, {"baseline", "extends"}); !config.baseline.empty())
      file = shown_path(config.baseline);
  return arguments;
}

void keep(const Arguments& arguments, Outcome& outcome) {
  const std::string& file = arguments.write_baseline;
  if (file.empty()) return;
  if (!outcome.errors.empty()) {
    outcome.errors.push_back({file, {0, 0}, "not written, because not all could be checked"});
    return;
  }
  Baseline baseline{std::move(outcome.faults), {}};
  for (const std::string& path : arguments.run.paths)
    if (path != "-") baseline.paths.push_back(absolute_path(path));
  if (auto error = put(absolute_path(file), write_baseline(file, baseline))) {
    outcome.errors.push_back({file, {0, 0}, std::move(error->message)});
    return;
  }
  if (!arguments.quiet) print_note(fmt::format("{} now keeps {}", file, counted(baseline.faults.size(), "finding")));
  if (arguments.run.baseline.empty()) outcome.findings.clear();
}

void tell_of_baseline(const Arguments& arguments, const Outcome& outcome) {
  const std::string& file = arguments.run.baseline;
  if (arguments.quiet || file.empty() || !outcome.errors.empty()) return;
  if (outcome.known > 0)
    print_note(fmt::format("{} not told, for {} keeps {}", counted(outcome.known, "finding"), file,
                           outcome.known == 1 ? "it" : "them"));
  if (!outcome.stale.empty()) tell_stale(arguments, outcome.stale);
}

}  // namespace quizlint
