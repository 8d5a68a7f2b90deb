#include "io/glob.h"

#include "io/path.h"
#include "text/lines.h"
#include "text/utf8.h"

namespace quizlint {
namespace {

constexpr std::size_t kNowhere = std::string_view::npos;

std::vector<std::string_view> parts_of(std::string_view path) {
  std::vector<std::string_view> parts;
  for (std::size_t begin = 0;;) {
    const std::size_t slash = path.find('/', begin);
    parts.push_back(path.substr(begin, slash == kNowhere ? kNowhere : slash - begin));
    if (slash == kNowhere) return parts;
    begin = slash + 1;
  }
}

char32_t take(std::string_view text, std::size_t& at) {
  const CodePoint point = decode(text, at);
  at += point.size;
  return point.value;
}

/// The class that begins at `at`, after its `[`. Moves `at` behind its `]`; a class without end matches nothing.
bool in_class(std::string_view glob, std::size_t& at, char32_t value) {
  const bool negated = at < glob.size() && (glob[at] == '!' || glob[at] == '^');
  at += negated;
  bool found = false;
  for (bool first = true; at < glob.size(); first = false) {
    if (glob[at] == ']' && !first) {
      ++at;
      return found != negated;
    }
    if (glob[at] == '\\' && at + 1 < glob.size()) ++at;
    const char32_t low = take(glob, at);
    char32_t high = low;
    if (at + 1 < glob.size() && glob[at] == '-' && glob[at + 1] != ']') high = take(glob, ++at);
    found |= low <= value && value <= high;
  }
  return false;
}

/// Matches one sign of the glob, which is no `*`, with one character of the name, and moves past both.
bool match_one(std::string_view glob, std::size_t& g, std::string_view name, std::size_t& n) {
  const char32_t value = take(name, n);
  if (glob[g] == '?') return ++g, true;
  if (glob[g] == '[') return in_class(glob, ++g, value);
  if (glob[g] == '\\' && g + 1 < glob.size()) ++g;
  return take(glob, g) == value;
}

/// `*` takes as little as it can; on a mismatch the last `*` takes one more. Earlier ones need never be revisited.
bool match_part(std::string_view glob, std::string_view name) {
  std::size_t g = 0, n = 0, star = kNowhere, star_n = 0;
  while (n < name.size()) {
    if (g < glob.size() && glob[g] == '*') {
      star = ++g;
      star_n = n;
    } else if (g >= glob.size() || !match_one(glob, g, name, n)) {
      if (star == kNowhere) return false;
      take(name, star_n);
      g = star;
      n = star_n;
    }
  }
  while (g < glob.size() && glob[g] == '*') ++g;
  return g == glob.size();
}

std::string_view without_trailing_blanks(std::string_view line) {
  while (!line.empty() && (line.back() == ' ' || line.back() == '\r' || line.back() == '\t')) {
    if (line.size() > 1 && line[line.size() - 2] == '\\') break;
    line.remove_suffix(1);
  }
  return line;
}

}  // namespace

bool glob_match(std::string_view glob, std::string_view path) {
  const std::vector<std::string_view> wanted = parts_of(glob);
  const std::vector<std::string_view> parts = parts_of(path);
  std::size_t w = 0, p = 0, deep = kNowhere, deep_p = 0;
  while (p < parts.size()) {
    if (w < wanted.size() && wanted[w] == "**") {
      if (++w == wanted.size()) return true;
      deep = w;
      deep_p = p;
    } else if (w < wanted.size() && match_part(wanted[w], parts[p])) {
      ++w;
      ++p;
    } else {
      if (deep == kNowhere) return false;
      w = deep;
      p = ++deep_p;
    }
  }
  return w == wanted.size();
}

std::optional<GlobRule> parse_glob_rule(std::string_view line) {
  line = without_trailing_blanks(line);
  if (line.empty() || line.front() == '#') return std::nullopt;
  GlobRule rule;
  if (line.front() == '!') {
    rule.negated = true;
    line.remove_prefix(1);
  }
  if (line.ends_with('/')) {
    rule.folders_only = true;
    line.remove_suffix(1);
  }
  rule.anchored = line.find('/') != kNowhere;
  if (line.starts_with('/')) line.remove_prefix(1);
  if (line.starts_with("./")) line.remove_prefix(2);
  rule.glob = line;
  if (rule.glob.empty()) return std::nullopt;
  return rule;
}

std::vector<GlobRule> parse_ignore_file(std::string_view bytes) {
  std::vector<GlobRule> rules;
  const LineIndex lines(bytes);
  for (std::size_t i = 0; i < lines.count(); ++i)
    if (auto rule = parse_glob_rule(slice(bytes, lines.content(i)))) rules.push_back(std::move(*rule));
  return rules;
}

bool matches(const GlobRule& rule, std::string_view path, bool is_folder) {
  if (rule.folders_only && !is_folder) return false;
  return rule.anchored ? glob_match(rule.glob, path) : match_part(rule.glob, base_name(path));
}

std::optional<bool> decide(const std::vector<GlobRule>& rules, std::string_view path, bool is_folder) {
  for (std::size_t i = rules.size(); i-- > 0;)
    if (matches(rules[i], path, is_folder)) return !rules[i].negated;
  return std::nullopt;
}

bool covers(const std::vector<GlobRule>& rules, std::string_view path, bool is_folder) {
  if (decide(rules, path, is_folder).value_or(false)) return true;
  const std::size_t slash = path.rfind('/');
  return slash != kNowhere && covers(rules, path.substr(0, slash), true);
}

}  // namespace quizlint
