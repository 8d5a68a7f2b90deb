#include "engine/settings.h"

#include <algorithm>
#include <utility>

#include "io/file.h"
#include "io/path.h"

namespace quizlint {
namespace {

std::map<std::string, Severity> severities_by_id(const Catalog& catalog, const std::map<std::string, Severity>& asked) {
  std::map<std::string, Severity> severities;
  for (const CheckInfo& check : catalog.checks) {
    auto found = asked.find(std::string(check.id));
    if (found == asked.end()) found = asked.find(std::string(group_of(check.id)));
    if (found != asked.end()) severities.emplace(check.id, found->second);
  }
  return severities;
}

CheckOptions options_of(const Settings& settings) {
  CheckOptions options;
  options.answers = settings.answers.value_or(options.answers);
  options.english = settings.english.value_or(options.english);
  options.vocabulary = settings.words;
  std::ranges::sort(options.vocabulary);
  options.duplicates_scope = settings.scope.value_or(options.duplicates_scope);
  options.near = settings.near.value_or(options.near);
  options.paraphrase = settings.paraphrase.value_or(options.paraphrase);
  return options;
}

GlobSet globs_of(const std::vector<std::string>& globs) {
  GlobSet set{working_folder(), {}};
  for (const std::string& glob : globs)
    if (auto rule = parse_glob_rule(glob)) set.rules.push_back(std::move(*rule));
  return set;
}

}  // namespace

Config config_of_run(const CommandSettings& commanded, std::initializer_list<std::string_view> words) {
  if (commanded.isolated) return {};
  const std::string path = commanded.config.empty() ? find_config(working_folder()) : absolute_path(commanded.config);
  if (path.empty()) return {};
  const auto bytes = read_file(path);
  const auto holds = [&](std::string_view word) { return bytes->find(word) != std::string::npos; };
  if (!bytes || std::ranges::none_of(words, holds)) return {};
  std::vector<Error> told_later;
  return read_config(path, catalog_of(Knowledge::builtin()), told_later);
}

SettingsBook::SettingsBook(const Catalog& catalog, const CommandSettings& commanded)
    : catalog_(catalog), commanded_(commanded), commanded_exclude_(globs_of(commanded.exclude)) {}

const Config& SettingsBook::config_at(const std::string& path) {
  std::unique_ptr<Config>& config = configs_[path];
  if (!config) config = std::make_unique<Config>(path.empty() ? Config() : read_config(path, catalog_, errors_));
  return *config;
}

const Config& SettingsBook::config_for(std::string_view folder) {
  if (commanded_.isolated) return config_at("");
  if (!commanded_.config.empty()) return config_at(absolute_path(commanded_.config));
  const auto known = of_folder_.find(folder);
  if (known != of_folder_.end()) return *known->second;
  const Config& config = config_at(find_config(folder));
  of_folder_.emplace(folder, &config);
  return config;
}

const FileSettings& SettingsBook::of(const std::string& path) {
  const Config& config = config_for(folder_of(path));
  std::vector<bool> overrides;
  for (const Override& each : config.overrides) overrides.push_back(covers(each.files, path, false));
  const auto key = std::pair(&config, overrides);
  auto found = settled_.find(key);
  if (found == settled_.end()) found = settled_.emplace(key, settle(config, overrides)).first;
  return found->second;
}

bool SettingsBook::excluded(std::string_view path, bool is_folder) {
  return covers(commanded_exclude_, path, is_folder) || covers(config_for(folder_of(path)).exclude, path, is_folder);
}

FileSettings SettingsBook::settle(const Config& config, const std::vector<bool>& overrides) const {
  Settings settings = config.settings;
  for (std::size_t i = 0; i < overrides.size(); ++i)
    if (overrides[i]) merge(settings, config.overrides[i].settings);
  FileSettings settled;
  settled.config = config.path;
  settings.selection.push_back(commanded_.selection);
  settled.on = select_checks(catalog_, settings.selection);
  settled.severity = severities_by_id(catalog_, settings.severity);
  settled.checks = options_of(settings);
  settled.read.layout = !commanded_.layout.empty() ? commanded_.layout : settings.layout.value_or("");
  settled.read.map = settings.map;
  settled.checks.languages = settings.languages.value_or(std::vector<std::string>());
  settled.ignored = settings.ignored;
  return settled;
}

}  // namespace quizlint
