#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "checks/check.h"
#include "engine/catalog.h"
#include "engine/selection.h"
#include "formats/reader.h"
#include "io/error.h"
#include "io/glob.h"

namespace quizlint {

inline constexpr std::string_view kConfigName = ".quizlint.yaml";

/// A finding that the configuration silences, for formats without comments.
struct IgnoredEntry {
  std::string check;
  std::string question;  ///< an id, a number or a fingerprint
  std::string reason;
  std::string config;  ///< where the entry stands
  Position at;
};

/// Globs, relative to the folder of the file that they were written in.
struct GlobSet {
  std::string folder;
  std::vector<GlobRule> rules;
};
bool covers(const GlobSet& set, std::string_view absolute, bool is_folder);
bool covers(const std::vector<GlobSet>& sets, std::string_view absolute, bool is_folder);

/// What may be settled for all files or, by an override, for some. What is not set leaves things as they are.
struct Settings {
  std::optional<AnswersMode> answers;
  std::optional<English> english;
  std::optional<std::vector<std::string>> languages;
  std::vector<SelectionLists> selection;     ///< layers, see select_checks
  std::map<std::string, Severity> severity;  ///< by check id or group
  std::vector<std::string> words;
  std::optional<CheckOptions::Scope> scope;
  std::optional<double> near, paraphrase;
  std::vector<IgnoredEntry> ignored;
  std::optional<std::string> layout;
  FieldMap map;
};

struct Override {
  GlobSet files;
  Settings settings;
};

/// A configuration file with all that it extends. Later settings win; lists of words, rules, globs and ignored
/// entries add up.
struct Config {
  std::string path;  ///< absolute; "" where there is none
  Settings settings;
  std::vector<std::string> rules;  ///< absolute folders of a user's own rules
  std::string baseline;            ///< absolute; "" for none
  std::vector<GlobSet> exclude;
  std::vector<Override> overrides;
};

/// Reads a configuration and what it extends. Every unknown key, check or value becomes an error with its place.
Config read_config(const std::string& path, const Catalog& catalog, std::vector<Error>& errors);

/// The nearest configuration at or above a folder, up to the root of its repository; "" where there is none.
std::string find_config(std::string_view folder);

/// Lays `over` on top of `under`.
void merge(Settings& under, const Settings& over);

}  // namespace quizlint
