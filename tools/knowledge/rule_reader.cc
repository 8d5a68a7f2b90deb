#include "knowledge/rule_reader.h"

#include <algorithm>
#include <charconv>

#include <fmt/format.h>
#include <yaml-cpp/yaml.h>

#include "knowledge/literals.h"
#include "knowledge/nearest.h"
#include "text/utf8.h"

namespace quizlint {
namespace {

/// A file on its way to a rule.
struct Source {
  const RuleFile& file;
  Arena& arena;
  std::vector<RuleError>& errors;
};

/// A rule whose patterns are not settled yet.
struct Draft {
  Rule rule;
  RulePattern common;                ///< what the rule itself says of its pattern, or of all of them
  std::vector<YAML::Node> patterns;  ///< the entries of `patterns:`
};

template <typename T>
struct Key {
  std::string_view name;
  void (*read)(Source& source, const YAML::Node& value, T& into);
};

/// yaml-cpp counts lines and the bytes of a line from 0.
Position position_of(std::string_view text, const YAML::Mark& mark) {
  if (mark.is_null()) return {};
  std::size_t begin = 0;
  for (int line = 0; line < mark.line; ++line) begin = std::min(text.find('\n', begin), text.size() - 1) + 1;
  const std::string_view before = text.substr(begin, static_cast<std::size_t>(mark.column));
  return {static_cast<Offset>(mark.line + 1), count_code_points(before) + 1};
}

void complain(Source& source, const YAML::Mark& mark, std::string message) {
  source.errors.push_back({source.file.path, position_of(source.file.text, mark), std::move(message)});
}

/// "unknown key 'mesage'; did you mean 'message'?"
std::string unknown(std::string_view what, std::string_view name, std::span<const std::string_view> names) {
  const std::string_view near = nearest(name, names);
  if (!near.empty()) return fmt::format("unknown {} '{}'; did you mean '{}'?", what, name, near);
  return fmt::format("unknown {} '{}'; expected one of {}", what, name, fmt::join(names, ", "));
}

std::string_view read_text(Source& source, const YAML::Node& value) {
  if (value.IsScalar() && value.Scalar().find('\0') != std::string::npos)
    complain(source, value.Mark(), "\\0 between double quotes is a NUL byte; use single quotes");
  if (value.IsScalar()) return source.arena.keep(value.Scalar());
  complain(source, value.Mark(), "expected a text");
  return {};
}

/// The place of a name in a list of names, or 0 and a complaint.
std::size_t read_name(Source& source, const YAML::Node& value, std::string_view what,
                      std::span<const std::string_view> names) {
  const std::string_view name = value.IsScalar() ? std::string_view(value.Scalar()) : std::string_view();
  const auto at = std::ranges::find(names, name);
  if (at != names.end()) return static_cast<std::size_t>(at - names.begin());
  complain(source, value.Mark(), unknown(what, name, names));
  return 0;
}

bool read_switch(Source& source, const YAML::Node& value) {
  static constexpr std::string_view kNames[] = {"off", "on", "false", "true", "no", "yes"};
  return read_name(source, value, "value", kNames) % 2 == 1;
}

std::span<const std::string_view> read_texts(Source& source, const YAML::Node& value) {
  if (!value.IsSequence()) {
    complain(source, value.Mark(), "expected a list of texts");
    return {};
  }
  std::vector<std::string_view> texts;
  for (const YAML::Node& entry : value) texts.push_back(read_text(source, entry));
  return source.arena.keep(std::move(texts));
}

/// Line ends are no part of an expression: they fold long ones.
std::string_view read_expression(Source& source, const YAML::Node& value) {
  std::string expression(read_text(source, value));
  std::erase(expression, '\n');
  return source.arena.keep(std::move(expression));
}

Pattern read_pattern(Source& source, const YAML::Node& value) {
  const std::string_view expression = read_expression(source, value);
  const auto fault = pattern_fault(expression);
  if (fault) complain(source, value.Mark(), "the pattern cannot be used: " + *fault);
  if (expression.empty() || fault) return Pattern();
  Pattern pattern(expression, source.arena.keep(needed_literals(expression)));
  if (Pattern(expression).matches("")) complain(source, value.Mark(), "the pattern matches where nothing stands");
  return pattern;
}

void read_place(Source& source, const YAML::Node& value, std::vector<Place>& places) {
  static constexpr std::string_view kNames[] = {"question", "answer", "choice", "explanation", "any"};
  places.push_back(static_cast<Place>(read_name(source, value, "place", kNames)));
}

void read_places(Source& source, const YAML::Node& value, Draft& draft) {
  std::vector<Place> places;
  if (value.IsSequence()) {
    for (const YAML::Node& entry : value) read_place(source, entry, places);
  } else {
    read_place(source, value, places);
  }
  draft.rule.in = source.arena.keep(std::move(places));
}

void read_severity(Source& source, const YAML::Node& value, Draft& draft) {
  static constexpr std::string_view kNames[] = {"info", "warning", "error"};
  draft.rule.severity = static_cast<Severity>(read_name(source, value, "severity", kNames));
}

void read_safety(Source& source, const YAML::Node& value, RulePattern& pattern) {
  static constexpr std::string_view kNames[] = {"safe", "unsafe", "suggestion"};
  pattern.safety = static_cast<Safety>(read_name(source, value, "safety", kNames));
}

/// `true` and `false` are the passage and nothing.
void read_whole(Source& source, const YAML::Node& value, RulePattern& pattern) {
  static constexpr std::string_view kNames[] = {"false", "paragraph", "passage", "true"};
  const std::size_t at = read_name(source, value, "value", kNames);
  pattern.whole = at == 3 ? Whole::passage : static_cast<Whole>(at);
}

void read_fix(Source& source, const YAML::Node& value, RulePattern& pattern) {
  if (value.IsNull()) {
    pattern.fix.reset();
  } else {
    pattern.fix = read_text(source, value);
  }
}

void read_max_words(Source& source, const YAML::Node& value, Draft& draft) {
  const std::string text = value.IsScalar() ? value.Scalar() : std::string();
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), draft.rule.max_words);
  if (error != std::errc() || end != text.data() + text.size() || draft.rule.max_words == 0)
    complain(source, value.Mark(), "expected a number of words, 1 or more");
}

void read_patterns(Source& source, const YAML::Node& value, Draft& draft) {
  if (!value.IsSequence()) return complain(source, value.Mark(), "expected a list of patterns");
  for (const YAML::Node& entry : value) draft.patterns.push_back(entry);
}

using Node = YAML::Node;

constexpr Key<RulePattern> kPatternKeys[] = {
    {"name", [](Source& s, const Node& v, RulePattern& p) { p.name = read_text(s, v); }},
    {"pattern", [](Source& s, const Node& v, RulePattern& p) { p.pattern = read_pattern(s, v); }},
    {"unless", [](Source& s, const Node& v, RulePattern& p) { p.unless = read_pattern(s, v); }},
    {"message", [](Source& s, const Node& v, RulePattern& p) { p.message = read_text(s, v); }},
    {"fix", read_fix},
    {"safety", read_safety},
    {"whole", read_whole},
    {"except", [](Source& s, const Node& v, RulePattern& p) { p.except = read_texts(s, v); }},
    {"hits", [](Source& s, const Node& v, RulePattern& p) { p.hits = read_texts(s, v); }},
    {"misses", [](Source& s, const Node& v, RulePattern& p) { p.misses = read_texts(s, v); }},
};

constexpr Key<Draft> kRuleKeys[] = {
    {"message", [](Source& s, const Node& v, Draft& d) { d.common.message = read_text(s, v); }},
    {"severity", read_severity},
    {"default", [](Source& s, const Node& v, Draft& d) { d.rule.on_by_default = read_switch(s, v); }},
    {"in", read_places},
    {"whole", [](Source& s, const Node& v, Draft& d) { read_whole(s, v, d.common); }},
    {"max_words", read_max_words},
    {"language", [](Source& s, const Node& v, Draft& d) { d.rule.language = read_text(s, v); }},
    {"pattern", [](Source& s, const Node& v, Draft& d) { d.common.pattern = read_pattern(s, v); }},
    {"patterns", read_patterns},
    {"unless", [](Source& s, const Node& v, Draft& d) { d.common.unless = read_pattern(s, v); }},
    {"fix", [](Source& s, const Node& v, Draft& d) { read_fix(s, v, d.common); }},
    {"safety", [](Source& s, const Node& v, Draft& d) { read_safety(s, v, d.common); }},
    {"except", [](Source& s, const Node& v, Draft& d) { d.common.except = read_texts(s, v); }},
    {"summary", [](Source& s, const Node& v, Draft& d) { d.rule.summary = read_text(s, v); }},
    {"explain", [](Source& s, const Node& v, Draft& d) { d.rule.explain = read_text(s, v); }},
    {"bad", [](Source& s, const Node& v, Draft& d) { d.rule.bad = read_text(s, v); }},
    {"good", [](Source& s, const Node& v, Draft& d) { d.rule.good = read_text(s, v); }},
    {"hits", [](Source& s, const Node& v, Draft& d) { d.rule.hits = read_texts(s, v); }},
    {"misses", [](Source& s, const Node& v, Draft& d) { d.rule.misses = read_texts(s, v); }},
};

template <typename T>
std::vector<std::string_view> names_of(std::span<const Key<T>> keys) {
  std::vector<std::string_view> names;
  for (const Key<T>& key : keys) names.push_back(key.name);
  return names;
}

template <typename T>
void read_map(Source& source, const YAML::Node& map, std::span<const Key<T>> keys, T& into) {
  if (!map.IsMap()) return complain(source, map.Mark(), "expected keys such as 'pattern:' and 'message:'");
  std::vector<std::string_view> seen;
  for (const auto& entry : map) {
    const std::string_view name = entry.first.IsScalar() ? std::string_view(entry.first.Scalar()) : std::string_view();
    const auto key = std::ranges::find(keys, name, &Key<T>::name);
    if (key == keys.end()) {
      complain(source, entry.first.Mark(), unknown("key", name, names_of(keys)));
    } else if (std::ranges::find(seen, name) != seen.end()) {
      complain(source, entry.first.Mark(), fmt::format("the key '{}' stands here twice", name));
    } else {
      key->read(source, entry.second, into);
      seen.push_back(name);
    }
  }
}

/// The highest N of a `\N` in a template, or -1.
int highest_group(std::string_view text) {
  int highest = -1;
  for (std::size_t i = 0; i + 1 < text.size(); ++i)
    if (text[i] == '\\' && is_ascii_digit(text[i + 1])) highest = std::max(highest, text[i + 1] - '0');
  return highest;
}

void check_pattern(Source& source, const YAML::Mark& mark, const RulePattern& pattern) {
  if (pattern.pattern.empty()) complain(source, mark, "expected a key 'pattern'");
  if (pattern.message.empty()) complain(source, mark, "expected a key 'message'");
  const int groups = group_count(pattern.pattern.expression());
  const int named = std::max(highest_group(pattern.message), highest_group(pattern.fix.value_or("")));
  if (named > groups && !pattern.pattern.empty())
    complain(source, mark, fmt::format("\\{} names a group that the pattern does not have", named));
}

/// What the rule says of all its patterns, for one of them.
RulePattern copy_of(const RulePattern& common) {
  return {.name = {},
          .pattern = Pattern(common.pattern.expression(), common.pattern.literals()),
          .unless = Pattern(common.unless.expression(), common.unless.literals()),
          .message = common.message,
          .fix = common.fix,
          .safety = common.safety,
          .whole = common.whole,
          .except = common.except};
}

std::span<const RulePattern> settle_patterns(Source& source, const YAML::Node& root, Draft& draft) {
  std::vector<RulePattern> patterns;
  if (!draft.patterns.empty() && !draft.common.pattern.empty())
    complain(source, root.Mark(), "'pattern' and 'patterns' cannot stand together");
  if (draft.patterns.empty()) {
    check_pattern(source, root.Mark(), draft.common);
    patterns.push_back(std::move(draft.common));
  }
  for (const YAML::Node& entry : draft.patterns) {
    RulePattern pattern = copy_of(draft.common);
    read_map<RulePattern>(source, entry, kPatternKeys, pattern);
    check_pattern(source, entry.Mark(), pattern);
    patterns.push_back(std::move(pattern));
  }
  return source.arena.keep(std::move(patterns));
}

std::optional<Rule> read_rule(Source& source, const YAML::Node& root, std::string_view id) {
  const std::size_t errors_before = source.errors.size();
  Draft draft;
  draft.rule.id = source.arena.keep(std::string(id));
  read_map<Draft>(source, root, kRuleKeys, draft);
  if (draft.rule.in.empty()) complain(source, root.Mark(), "expected a key 'in': where the rule looks");
  draft.rule.patterns = settle_patterns(source, root, draft);
  if (draft.rule.summary.empty()) draft.rule.summary = draft.rule.patterns.front().message;
  if (source.errors.size() != errors_before) return std::nullopt;
  return draft.rule;
}

RuleFileContent read_root(Source& source, const YAML::Node& root, std::string_view id) {
  RuleFileContent content;
  if (root.IsMap()) {
    content.rule = read_rule(source, root, id);
  } else if (root.IsSequence()) {
    for (const std::string_view word : read_texts(source, root)) content.words.emplace_back(word);
  } else {
    complain(source, root.Mark(), "expected a rule (keys such as 'pattern:') or a list of words");
  }
  return content;
}

}  // namespace

RuleFileContent read_rule_file(const RuleFile& file, std::string_view id, Arena& arena,
                               std::vector<RuleError>& errors) {
  Source source{file, arena, errors};
  try {
    return read_root(source, YAML::Load(file.text), id);
  } catch (const YAML::Exception& fault) {
    complain(source, fault.mark, "this is not YAML: " + fault.msg);
    return {};
  }
}

}  // namespace quizlint
