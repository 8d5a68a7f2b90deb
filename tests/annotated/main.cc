// Lints annotated banks (see tests/banks/README.md) and compares the findings with what stands beside the lines; then
// applies the safe fixes and lints again. Usage: annotated-banks PATH..., each a bank or a folder NAME.run that is
// linted as one run.
#include <algorithm>
#include <cstdio>
#include <exception>
#include <filesystem>
#include <map>

#include "support/annotated.h"
#include "support/lint.h"

namespace quizlint::test {
namespace {

namespace fs = std::filesystem;

constexpr int kRounds = 10;

struct Run {
  std::vector<Fixture> files;  ///< without their annotations
  std::vector<Annotated> annotated;
  std::map<std::string, std::string> options;
};

Run read_run(const fs::path& path) {
  std::vector<fs::path> paths = {path};
  if (fs::is_directory(path)) paths.assign(fs::directory_iterator(path), fs::directory_iterator());
  std::sort(paths.begin(), paths.end());
  Run run;
  for (const fs::path& file : paths) {
    run.annotated.push_back(read_annotated(read_file(file)));
    run.files.push_back({file.generic_string(), run.annotated.back().bytes});
    run.options.merge(std::map(run.annotated.back().options));
  }
  return run;
}

std::vector<Finding> findings_in(const std::vector<Finding>& all, const std::string& path) {
  std::vector<Finding> some;
  std::copy_if(all.begin(), all.end(), std::back_inserter(some), [&](const Finding& f) { return f.path == path; });
  return some;
}

/// Applies the safe fixes, and those that they were in the way of, until there are none.
std::vector<Finding> fix(std::vector<Fixture>& files, const Run& run, std::vector<Finding> findings) {
  for (int round = 0; round < kRounds; ++round) {
    if (std::none_of(findings.begin(), findings.end(), has_safe_fix)) break;
    for (Fixture& file : files) file.bytes = with_safe_fixes(file.bytes, findings_in(findings, file.path));
    findings = lint(files, run.options);
  }
  return findings;
}

std::map<std::string, std::ptrdiff_t> count_by_check(const std::vector<Finding>& findings) {
  std::map<std::string, std::ptrdiff_t> counts;
  for (const Finding& finding : findings) ++counts[finding.check];
  return counts;
}

/// What should have been gone after fixing, or was not there before.
std::vector<std::string> left_or_new(const std::vector<Finding>& before, const std::vector<Finding>& after) {
  std::vector<std::string> out;
  std::vector<Finding> lasting;
  std::copy_if(before.begin(), before.end(), std::back_inserter(lasting),
               [](const auto& f) { return !has_safe_fix(f); });
  auto allowed = count_by_check(lasting);
  for (const Finding& finding : after) {
    if (has_safe_fix(finding)) {
      out.push_back(finding.path + ": its safe fix does not mend " + described(finding));
    } else if (--allowed[finding.check] < 0) {
      out.push_back(finding.path + ": fixing brought (or left) " + described(finding));
    }
  }
  return out;
}

std::vector<std::string> faults_of(const fs::path& path) {
  const Run run = read_run(path);
  const std::vector<Finding> findings = lint(run.files, run.options);
  std::vector<std::string> faults;
  for (std::size_t i = 0; i < run.files.size(); ++i) {
    const std::string& name = run.files[i].path;
    for (std::string& line : differences(run.annotated[i], name, findings_in(findings, name)))
      faults.push_back(std::move(line));
  }
  std::vector<Fixture> files = run.files;
  for (std::string& line : left_or_new(findings, fix(files, run, findings))) faults.push_back(std::move(line));
  return faults;
}

bool passes(const fs::path& path) {
  std::vector<std::string> faults;
  try {
    faults = faults_of(path);
  } catch (const std::exception& error) {
    faults.push_back(path.string() + ": " + error.what());
  }
  for (const std::string& fault : faults) std::printf("%s\n", fault.c_str());
  return faults.empty();
}

}  // namespace
}  // namespace quizlint::test

int main(int argc, char** argv) {
  int failed = 0;
  for (int i = 1; i < argc; ++i) failed += !quizlint::test::passes(argv[i]);
  return argc > 1 && failed == 0 ? 0 : 1;
}
