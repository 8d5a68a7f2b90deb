#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace quizlint {

/// Whether a path, with `/` between its parts, matches a glob as a whole. `*` and `?` stay within one part, `[a-z]`
/// and `[!a-z]` take one character, `**` as a part of its own takes any number of parts (the last one at least one),
/// `\` takes the next character as it is. Time is bounded by the product of both lengths.
bool glob_match(std::string_view glob, std::string_view path);

/// One line of a .gitignore, an `exclude` or a `files` of the configuration (gitignore(5)): without an inner `/` it
/// matches the last part of a path at any depth, else the whole path below the folder it was written in.
struct GlobRule {
  std::string glob;
  bool anchored = false;
  bool folders_only = false;
  bool negated = false;
};

/// Nothing for a blank line or a comment.
std::optional<GlobRule> parse_glob_rule(std::string_view line);
std::vector<GlobRule> parse_ignore_file(std::string_view bytes);

bool matches(const GlobRule& rule, std::string_view path, bool is_folder);
/// The last rule that matches decides: true ignored, false kept (`!`), nothing where none matches.
std::optional<bool> decide(const std::vector<GlobRule>& rules, std::string_view path, bool is_folder);
/// Whether a rule matches the path or a folder above it.
bool covers(const std::vector<GlobRule>& rules, std::string_view path, bool is_folder = false);

}  // namespace quizlint
