#include "support/lint.h"

#include <algorithm>
#include <cstdlib>
#include <set>
#include <stdexcept>

#include "engine/edits.h"
#include "engine/lint.h"

namespace quizlint::test {
namespace {

namespace fs = std::filesystem;
using Options = std::map<std::string, std::string>;

/// A folder of its own that is gone with it.
struct Folder {
  fs::path path;
  Folder() {
    std::string name = (fs::temp_directory_path() / "quizlint-test-XXXXXX").string();
    if (mkdtemp(name.data()) == nullptr) throw std::runtime_error("cannot make " + name);
    path = name;
  }
  ~Folder() {
    std::error_code ignored;
    fs::remove_all(path, ignored);
  }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
};

std::vector<std::string> split(const std::string& list) {
  std::vector<std::string> items;
  for (std::size_t at = 0; at < list.size();) {
    const std::size_t comma = std::min(list.find(',', at), list.size());
    items.push_back(list.substr(at, comma - at));
    at = comma + 1;
  }
  return items;
}

std::string option(const Options& options, const std::string& name) {
  const auto found = options.find(name);
  return found == options.end() ? "" : found->second;
}

void refuse_unknown(const Options& options) {
  static const std::set<std::string> kKnown = {"select",  "extend-select", "ignore",        "layout",
                                               "answers", "english",       "languages",     "vocabulary",
                                               "eol",     "bom",           "final-newline", "files"};
  for (const auto& [name, value] : options)
    if (!kKnown.contains(name)) throw std::runtime_error("unknown option of an annotated bank: " + name);
}

/// What only a configuration can say.
std::string configuration(const Options& options) {
  std::string yaml;
  for (const char* key : {"answers", "english"})
    if (!option(options, key).empty()) yaml += std::string(key) + ": " + option(options, key) + "\n";
  if (!option(options, "languages").empty()) yaml += "languages: [" + option(options, "languages") + "]\n";
  if (!option(options, "vocabulary").empty()) yaml += "vocabulary: {words: [" + option(options, "vocabulary") + "]}\n";
  return yaml;
}

RunOptions run_options(const Options& options, const fs::path& folder) {
  RunOptions run;
  run.paths.clear();
  run.jobs = 1;
  run.settings.layout = option(options, "layout");
  for (const std::string& name : split(option(options, "files"))) {
    fs::create_directories((folder / name).parent_path());
    write_file(folder / name, "");
  }
  run.settings.selection.extend = split(option(options, "extend-select"));
  run.settings.selection.ignore = split(option(options, "ignore"));
  if (options.contains("select")) run.settings.selection.select = split(options.at("select"));
  const std::string yaml = configuration(options);
  run.settings.isolated = yaml.empty();
  if (!yaml.empty()) {
    run.settings.config = (folder / ".quizlint.yaml").string();
    write_file(run.settings.config, yaml);
  }
  return run;
}

}  // namespace

std::vector<Finding> lint(const std::vector<Fixture>& files, const Options& options) {
  refuse_unknown(options);
  const Folder folder;
  RunOptions run = run_options(options, folder.path);
  std::map<std::string, std::string> names;  // by the name in the folder
  for (const Fixture& file : files) {
    const fs::path path = folder.path / fs::path(file.path).filename();
    write_file(path, file.bytes);
    run.paths.push_back(path.string());
    names[path.filename().string()] = file.path;
  }
  Outcome outcome = quizlint::lint(run, Knowledge::builtin());
  if (!outcome.errors.empty()) throw std::runtime_error(outcome.errors.front().message);
  for (Finding& finding : outcome.findings) {
    finding.path = names.at(fs::path(finding.path).filename().string());
    for (Related& related : finding.related) related.path = names.at(fs::path(related.path).filename().string());
  }
  return std::move(outcome.findings);
}

bool has_safe_fix(const Finding& finding) {
  return applicable_fix(finding, false) != nullptr;
}

std::string with_safe_fixes(const std::string& bytes, const std::vector<Finding>& findings) {
  return apply_fixes(bytes, findings, false).bytes;
}

}  // namespace quizlint::test
