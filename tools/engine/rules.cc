#include "engine/rules.h"

#include "io/file.h"
#include "io/path.h"
#include "io/walk.h"
#include "knowledge/loader.h"

namespace quizlint {
namespace {

bool is_rule_file(std::string_view path) {
  return path.ends_with(".yaml") || path.ends_with(".yml") || path.ends_with(".txt");
}

void read_folder(const std::string& folder, std::vector<RuleFile>& files, std::vector<Error>& errors) {
  const WalkRules rules{is_rule_file, [](std::string_view, bool) { return false; }};
  const Walked walked = find_files({folder}, rules);
  errors.insert(errors.end(), walked.errors.begin(), walked.errors.end());
  for (const FoundFile& found : walked.files) {
    const std::string shown = shown_path(found.path);
    auto text = read_file(found.path);
    if (text) {
      files.push_back({shown, std::string(below(absolute_path(folder), found.path)), std::move(*text)});
    } else {
      errors.push_back({shown, {0, 0}, text.error().message});
    }
  }
}

}  // namespace

Knowledge knowledge_for(const CommandSettings& commanded, const std::vector<std::string>& folders,
                        std::vector<Error>& errors) {
  std::vector<std::string> all = config_of_run(commanded, {"rules", "extends"}).rules;
  all.insert(all.end(), folders.begin(), folders.end());
  std::vector<RuleFile> files;
  for (const std::string& folder : all) read_folder(folder, files, errors);
  if (files.empty()) return Knowledge::builtin();
  std::vector<RuleError> faults;
  Knowledge knowledge = with_rules(files, faults);
  for (RuleError& fault : faults) errors.push_back({std::move(fault.path), fault.at, std::move(fault.message)});
  return knowledge;
}

}  // namespace quizlint
