#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "text/span.h"

namespace quizlint {

/// A regular expression (RE2 syntax) that is compiled when a text holds one of the literals it needs, and not before.
class Pattern {
 public:
  Pattern() = default;
  /// `literals`: lower-case strings of which a matching text holds at least one; empty where none is sure.
  explicit Pattern(std::string expression, std::vector<std::string> literals = {});

  bool empty() const { return expression_.empty(); }
  const std::string& expression() const { return expression_; }

  /// The first match at or after `from`: the span of the whole and of each group. Groups that took no part are empty
  /// spans at 0.
  std::optional<std::vector<Span>> find(std::string_view text, Offset from = 0) const;
  bool matches(std::string_view text) const { return find(text).has_value(); }

  /// What is wrong with an expression, or nothing. Large Unicode classes such as \pL are refused: one costs 2 ms.
  static std::optional<std::string> fault(std::string_view expression);

 private:
  struct Compiled;
  std::string expression_;
  std::vector<std::string> literals_;
  std::shared_ptr<Compiled> compiled_;  // shared by copies, filled once
};

}  // namespace quizlint
