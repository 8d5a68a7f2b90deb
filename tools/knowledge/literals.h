#pragma once

#include <algorithm>
#include <string>
#include <string_view>

namespace quizlint {

/// Stands in a literal at its beginning or end for the boundary of a word of ASCII letters, digits and `_`.
inline constexpr char kWordEdge = '\b';

/// Lower-case literals, one a line, of three bytes or more each, of which every match of an expression (RE2 syntax)
/// holds one; empty where none are sure. Of the sets that do, the one that prose least often holds by chance: "its a"
/// and "its the" for `\bits (?:a|the)\b`. Worked out as in Russ Cox, "Regular Expression Matching with a Trigram
/// Index", 2012, with larger sets and edges of words, so that hardly any expression is compiled for a clean text.
std::string needed_literals(std::string_view expression);

/// A literal without the edges at its ends.
std::string_view bare(std::string_view literal);

/// Whether a literal stands in a text in lower case at `at`, with its edges.
bool stands_at(std::string_view lowered, std::size_t at, std::string_view literal);

/// Whether a text in lower case holds one of the literals, one a line.
bool holds_one_of(std::string_view lowered, std::string_view literals);

/// Calls `take` with each literal.
template <typename Take>
void each_literal(std::string_view literals, const Take& take) {
  for (std::size_t at = 0; at < literals.size();) {
    const std::size_t end = std::min(literals.find('\n', at), literals.size());
    take(literals.substr(at, end - at));
    at = end + 1;
  }
}

}  // namespace quizlint
