#include <algorithm>
#include <array>
#include <functional>
#include <set>
#include <utility>

#include <yaml-cpp/yaml.h>

#include "engine/config.h"
#include "engine/did_you_mean.h"
#include "engine/layout_names.h"
#include "formats/records/map.h"
#include "io/file.h"
#include "io/path.h"
#include "text/utf8.h"

namespace quizlint {
namespace {

using Names = std::vector<std::string_view>;

/// Reads one configuration file. A fault is recorded with its place, and reading goes on behind it.
class ConfigReader {
 public:
  /// `outer`: the configurations that extend this one, the outermost first.
  ConfigReader(const std::string& path, Names outer, const Catalog& catalog, std::vector<Error>& errors)
      : path_(path), folder_(folder_of(path)), outer_(std::move(outer)), catalog_(catalog), errors_(errors) {
    config_.path = path;
    outer_.push_back(path_);
  }

  Config read(const std::string& bytes) {
    try {
      top(YAML::Load(bytes));
    } catch (const YAML::Exception& fault) {
      fail(fault.mark, "not valid YAML: " + fault.msg);
    }
    return std::move(config_);
  }

 private:
  using Entry = std::pair<std::string_view, std::function<void(const YAML::Node&)>>;

  void fail(const YAML::Mark& mark, std::string message) {
    const Position at{static_cast<Offset>(mark.line + 1), static_cast<Offset>(mark.column + 1)};
    errors_.push_back({shown_path(path_), mark.is_null() ? Position{0, 0} : at, std::move(message)});
  }

  /// Gives each key of a mapping to the reader of its value.
  void keys(const YAML::Node& node, std::string_view what, const std::vector<Entry>& entries) {
    if (node.IsNull()) return;
    if (!node.IsMap()) return fail(node.Mark(), std::string(what) + " must be a mapping of keys to values");
    std::set<std::string> seen;
    for (const auto& item : node) {
      const std::string key = item.first.IsScalar() ? item.first.Scalar() : "";
      const auto entry = std::ranges::find(entries, key, &Entry::first);
      if (!seen.insert(key).second) {
        fail(item.first.Mark(), "the key '" + key + "' stands twice in " + std::string(what) + "; join the two");
      } else if (entry != entries.end()) {
        entry->second(item.second);
      } else {
        Names names;
        for (const Entry& known : entries) names.push_back(known.first);
        const std::string hint = did_you_mean(key, names);
        fail(item.first.Mark(), "unknown key '" + key + "' in " + std::string(what) +
                                    (hint.empty() ? "; it knows " + joined(names) : hint));
      }
    }
  }

  static std::string joined(const Names& names) {
    std::string all;
    for (const std::string_view name : names) all += (all.empty() ? "" : ", ") + std::string(name);
    return all;
  }

  std::string scalar(const YAML::Node& node, std::string_view what) {
    if (node.IsScalar()) return node.Scalar();
    fail(node.Mark(), std::string(what) + " must be a single value");
    return {};
  }

  std::vector<std::string> list(const YAML::Node& node, std::string_view what,
                                const std::function<void(const YAML::Node&)>& judge = nullptr) {
    std::vector<std::string> values;
    if (node.IsNull()) return values;
    if (!node.IsSequence()) {
      fail(node.Mark(), std::string(what) + " must be a list, for instance [a, b]");
      return values;
    }
    for (const YAML::Node& item : node) {
      values.push_back(scalar(item, "an entry of " + std::string(what)));
      if (judge) judge(item);
    }
    return values;
  }

  template <typename T, std::size_t N>
  std::optional<T> one_of(const YAML::Node& node, std::string_view what,
                          const std::array<std::pair<std::string_view, T>, N>& values) {
    const std::string written = scalar(node, what);
    Names names;
    for (const auto& [name, value] : values) {
      if (name == written) return value;
      names.push_back(name);
    }
    if (node.IsScalar())
      fail(node.Mark(), "'" + written + "' is no value of " + std::string(what) + " (" + joined(names) + ")" +
                            did_you_mean(written, names));
    return std::nullopt;
  }

  std::optional<double> share(const YAML::Node& node, std::string_view what) {
    double value = 0;
    if (node.IsScalar() && YAML::convert<double>::decode(node, value) && value >= 0 && value <= 1) return value;
    fail(node.Mark(), std::string(what) + " must be a number from 0 to 1");
    return std::nullopt;
  }

  void check_name(const YAML::Node& node) {
    if (!node.IsScalar()) return;
    if (auto fault = fault_of_name(catalog_, node.Scalar())) fail(node.Mark(), std::move(*fault));
  }

  std::vector<std::string> check_names(const YAML::Node& node, std::string_view what) {
    return list(node, what, [this](const YAML::Node& item) { check_name(item); });
  }

  void severities(const YAML::Node& node, Settings& to) {
    static constexpr std::array<std::pair<std::string_view, Severity>, 3> kSeverities = {
        {{"error", Severity::error}, {"warning", Severity::warning}, {"info", Severity::info}}};
    if (!node.IsMap()) return fail(node.Mark(), "severity must map checks to error, warning or info");
    for (const auto& item : node) {
      check_name(item.first);
      if (const auto severity = one_of(item.second, "severity", kSeverities))
        to.severity[scalar(item.first, "a check")] = *severity;
    }
  }

  void vocabulary(const YAML::Node& node, Settings& to) {
    keys(node, "vocabulary",
         {{"words", [&](const YAML::Node& value) { add(to.words, list(value, "words")); }},
          {"files", [&](const YAML::Node& value) {
             list(value, "files", [&](const YAML::Node& file) { word_file(file, to); });
           }}});
  }

  void word_file(const YAML::Node& node, Settings& to) {
    if (!node.IsScalar()) return;
    const auto bytes = read_file(path_in(folder_, node.Scalar()));
    if (!bytes) return fail(node.Mark(), "'" + node.Scalar() + "': " + bytes.error().message);
    const LineIndex lines(*bytes);
    for (std::size_t i = 0; i < lines.count(); ++i) {
      const std::string_view word = trimmed(slice(*bytes, lines.content(i)));
      if (!word.empty() && word.front() != '#') to.words.emplace_back(word);
    }
  }

  void duplicates(const YAML::Node& node, Settings& to) {
    using Scope = CheckOptions::Scope;
    static constexpr std::array<std::pair<std::string_view, Scope>, 3> kScopes = {
        {{"bank", Scope::bank}, {"folder", Scope::folder}, {"run", Scope::run}}};
    keys(node, "duplicates",
         {{"scope", [&](const YAML::Node& value) { to.scope = one_of(value, "scope", kScopes); }},
          {"near", [&](const YAML::Node& value) { to.near = share(value, "near"); }},
          {"paraphrase", [&](const YAML::Node& value) { to.paraphrase = share(value, "paraphrase"); }}});
  }

  void ignored(const YAML::Node& node, Settings& to) {
    if (!node.IsSequence()) return fail(node.Mark(), "ignored must be a list of {check, question, reason}");
    for (const YAML::Node& item : node) {
      IgnoredEntry entry;
      entry.config = path_;
      entry.at = {static_cast<Offset>(item.Mark().line + 1), static_cast<Offset>(item.Mark().column + 1)};
      keys(item, "ignored",
           {{"check",
             [&](const YAML::Node& value) {
               check_name(value);
               entry.check = scalar(value, "check");
             }},
            {"question", [&](const YAML::Node& value) { entry.question = scalar(value, "question"); }},
            {"reason", [&](const YAML::Node& value) { entry.reason = scalar(value, "reason"); }}});
      if (entry.check.empty() && item.IsMap()) fail(item.Mark(), "an entry of ignored must name its check");
      if (entry.question.empty() && item.IsMap())
        fail(item.Mark(),
             "an entry of ignored must name its question, by id, number or fingerprint; to switch a check off use "
             "ignore");
      to.ignored.push_back(std::move(entry));
    }
  }

  void layout(const YAML::Node& node, Settings& to) {
    const std::string name = scalar(node, "layout");
    if (!node.IsScalar()) return;
    if (auto fault = fault_of_layout(name)) return fail(node.Mark(), std::move(*fault));
    to.layout = name;
  }

  void judge_name(const YAML::Node& node, std::string_view what, const Names& names) {
    if (!node.IsScalar() || std::ranges::find(names, node.Scalar()) != names.end()) return;
    const std::string hint = did_you_mean(node.Scalar(), names);
    fail(node.Mark(), "'" + node.Scalar() + "' is no part of " + std::string(what) +
                          (hint.empty() ? "; it knows " + joined(names) : hint));
  }

  void language(const YAML::Node& node) {
    if (!node.IsScalar()) return;
    const std::string& code = node.Scalar();
    const auto is_lower = [](char c) { return c >= 'a' && c <= 'z'; };
    if (code.size() != 2 || !std::ranges::all_of(code, is_lower))
      fail(node.Mark(), "'" + code + "' is no language code; write two letters (ISO 639-1), such as en");
  }

  void field_map(const YAML::Node& node, Settings& to) {
    if (!node.IsMap()) return fail(node.Mark(), "map must map parts of a question to fields");
    for (const auto& item : node) {
      std::string fields;
      if (item.second.IsSequence()) {
        for (const std::string& field : list(item.second, "map")) fields += (fields.empty() ? "" : ",") + field;
      } else {
        fields = scalar(item.second, "a field of map");
      }
      to.map.emplace_back(scalar(item.first, "a part in map"), fields);
      judge_name(item.first, "map", records::names_of_parts());
      if (to.map.back().first == "key_as") judge_name(item.second, "key_as", records::names_of_key_as());
    }
  }

  std::vector<Entry> settings(Settings& to) {
    to.selection.resize(1);
    static constexpr std::array<std::pair<std::string_view, AnswersMode>, 4> kAnswers = {
        {{"auto", AnswersMode::automatic},
         {"required", AnswersMode::required},
         {"optional", AnswersMode::optional},
         {"none", AnswersMode::none}}};
    static constexpr std::array<std::pair<std::string_view, English>, 3> kEnglish = {
        {{"any", English::any}, {"british", English::british}, {"american", English::american}}};
    return {{"answers", [this, &to](const YAML::Node& value) { to.answers = one_of(value, "answers", kAnswers); }},
            {"english", [this, &to](const YAML::Node& value) { to.english = one_of(value, "english", kEnglish); }},
            {"languages",
             [this, &to](const YAML::Node& value) {
               to.languages = list(value, "languages", [this](const YAML::Node& item) { language(item); });
             }},
            {"select",
             [this, &to](const YAML::Node& value) { to.selection.front().select = check_names(value, "select"); }},
            {"extend-select",
             [this, &to](const YAML::Node& value) {
               add(to.selection.front().extend, check_names(value, "extend-select"));
             }},
            {"ignore",
             [this, &to](const YAML::Node& value) { add(to.selection.front().ignore, check_names(value, "ignore")); }},
            {"severity", [this, &to](const YAML::Node& value) { severities(value, to); }},
            {"vocabulary", [this, &to](const YAML::Node& value) { vocabulary(value, to); }},
            {"duplicates", [this, &to](const YAML::Node& value) { duplicates(value, to); }},
            {"ignored", [this, &to](const YAML::Node& value) { ignored(value, to); }},
            {"layout", [this, &to](const YAML::Node& value) { layout(value, to); }},
            {"map", [this, &to](const YAML::Node& value) { field_map(value, to); }}};
  }

  GlobSet globs(const YAML::Node& node, std::string_view what) {
    GlobSet set{folder_, {}};
    for (const std::string& glob : list(node, what))
      if (auto rule = parse_glob_rule(glob)) set.rules.push_back(std::move(*rule));
    return set;
  }

  void overrides(const YAML::Node& node) {
    if (!node.IsSequence())
      return fail(node.Mark(), "overrides must be a list, each with files and what holds for them");
    for (const YAML::Node& item : node) {
      Override& made = config_.overrides.emplace_back();
      std::vector<Entry> entries = settings(made.settings);
      entries.emplace_back("files", [&](const YAML::Node& value) { made.files = globs(value, "files"); });
      keys(item, "overrides", entries);
      if (made.files.rules.empty() && item.IsMap()) fail(item.Mark(), "an override must name its files");
    }
  }

  void extend(const YAML::Node& node) {
    list(node, "extends", [&](const YAML::Node& item) {
      if (!item.IsScalar()) return;
      const std::string path = path_in(folder_, item.Scalar());
      if (std::ranges::find(outer_, path) != outer_.end()) return fail(item.Mark(), "extends goes in a circle");
      const auto bytes = read_file(path);
      if (!bytes) return fail(item.Mark(), "'" + item.Scalar() + "': " + bytes.error().message);
      const Config base = ConfigReader(path, outer_, catalog_, errors_).read(*bytes);
      merge(config_.settings, base.settings);
      add(config_.rules, base.rules);
      if (!base.baseline.empty()) config_.baseline = base.baseline;
      add(config_.exclude, base.exclude);
      add(config_.overrides, base.overrides);
    });
  }

  void top(const YAML::Node& node) {
    // What is extended lies under the rest, wherever the key stands.
    if (node.IsMap() && node["extends"]) extend(node["extends"]);
    Settings own;
    std::vector<Entry> entries = settings(own);
    entries.emplace_back("extends", [](const YAML::Node&) {});
    entries.emplace_back("rules", [this](const YAML::Node& value) {
      for (const std::string& folder : list(value, "rules")) config_.rules.push_back(path_in(folder_, folder));
    });
    entries.emplace_back("exclude",
                         [this](const YAML::Node& value) { config_.exclude.push_back(globs(value, "exclude")); });
    entries.emplace_back("baseline", [this](const YAML::Node& value) {
      if (const std::string file = scalar(value, "baseline"); !file.empty()) config_.baseline = path_in(folder_, file);
    });
    entries.emplace_back("overrides", [this](const YAML::Node& value) { overrides(value); });
    keys(node, "the configuration", entries);
    merge(config_.settings, own);
  }

  template <typename T>
  static void add(std::vector<T>& to, const std::vector<T>& more) {
    to.insert(to.end(), more.begin(), more.end());
  }

  const std::string path_;
  const std::string folder_;
  Names outer_;
  const Catalog& catalog_;
  std::vector<Error>& errors_;
  Config config_;
};

}  // namespace

Config read_config(const std::string& path, const Catalog& catalog, std::vector<Error>& errors) {
  const auto bytes = read_file(path);
  if (bytes) return ConfigReader(path, {}, catalog, errors).read(*bytes);
  errors.push_back({shown_path(path), {0, 0}, bytes.error().message});
  return {};
}

}  // namespace quizlint
