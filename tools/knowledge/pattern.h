#pragma once

#include <atomic>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "text/span.h"

namespace quizlint {

/// A regular expression (RE2 syntax) that is compiled when it is first searched for.
/// Keeps views: the strings must outlive it. Safe to use from several threads.
class Pattern {
 public:
  constexpr Pattern() = default;
  /// `literals`: of which a matching text, put in lower case, holds at least one, as needed_literals gives them; empty
  /// where none is sure.
  constexpr explicit Pattern(std::string_view expression, std::string_view literals = {})
      : expression_(expression), literals_(literals) {}
  Pattern(Pattern&& other) noexcept;
  Pattern& operator=(Pattern&& other) noexcept;
  ~Pattern();

  bool empty() const { return expression_.empty(); }
  std::string_view expression() const { return expression_; }
  std::string_view literals() const { return literals_; }
  /// Whether a text has made it compile yet.
  bool compiled() const { return compiled_.load(std::memory_order_acquire) != nullptr; }

  /// The first match at or after `from`: the span of the whole and of each group. Groups that took no part are empty
  /// spans at 0.
  std::optional<std::vector<Span>> find(std::string_view text, Offset from = 0) const;
  /// Whether a text is worth compiling for: it holds one of the literals. Once compiled, a search is as fast.
  bool may_match(std::string_view text) const;
  bool matches(std::string_view text) const { return may_match(text) && find(text).has_value(); }

 private:
  struct Compiled;
  const Compiled* compile() const;

  std::string_view expression_;
  std::string_view literals_;
  mutable std::atomic<const Compiled*> compiled_ = nullptr;
};

/// What is wrong with an expression, or nothing. Large Unicode classes such as \pL are refused: one costs 2 ms.
std::optional<std::string> pattern_fault(std::string_view expression);

/// The number of groups that an expression captures; 0 where it is at fault.
int group_count(std::string_view expression);

}  // namespace quizlint
