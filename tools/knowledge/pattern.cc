#include "knowledge/pattern.h"

#include <algorithm>
#include <memory>

#include <re2/re2.h>

#include "knowledge/literals.h"
#include "knowledge/pattern_index.h"

namespace quizlint {
namespace {

/// Instructions of a compiled expression: a hundred words joined by | take 800, \pL 1,400 and \p{Han} 60.
constexpr int kMaxProgram = 12000;

RE2::Options quiet() {
  RE2::Options options;
  options.set_log_errors(false);
  return options;
}

re2::StringPiece piece(std::string_view text) {
  return {text.data(), text.size()};
}

/// The general categories whose classes hold thousands of ranges.
bool names_large_class(std::string_view expression) {
  for (std::size_t i = 0; i + 2 < expression.size(); ++i) {
    if (expression[i] != '\\') continue;
    const char kind = expression[i + 1];
    if (kind != 'p' && kind != 'P') {
      ++i;  // an escaped backslash escapes nothing after it
      continue;
    }
    std::size_t at = i + 2;
    if (expression[at] == '{') ++at;
    if (at < expression.size() && expression[at] == '^') ++at;
    const std::size_t end = std::min(expression.find('}', at), expression.size());
    const std::string_view name = expression[i + 2] == '{' ? expression.substr(at, end - at) : expression.substr(at, 1);
    if (name.size() <= 2 || name == "Any" || kind == 'P') return true;
  }
  return false;
}

}  // namespace

struct Pattern::Compiled {
  explicit Compiled(std::string_view expression) : re(piece(expression), quiet()) {}
  RE2 re;
};

Pattern::Pattern(Pattern&& other) noexcept
    : expression_(other.expression_), literals_(other.literals_), compiled_(other.compiled_.exchange(nullptr)) {}

Pattern& Pattern::operator=(Pattern&& other) noexcept {
  expression_ = other.expression_;
  literals_ = other.literals_;
  delete compiled_.exchange(other.compiled_.exchange(nullptr));
  return *this;
}

Pattern::~Pattern() {
  delete compiled_.load();
}

const Pattern::Compiled* Pattern::compile() const {
  auto fresh = std::make_unique<const Compiled>(expression_);
  const Compiled* expected = nullptr;
  if (compiled_.compare_exchange_strong(expected, fresh.get(), std::memory_order_acq_rel)) return fresh.release();
  return expected;
}

bool Pattern::may_match(std::string_view text) const {
  return literals_.empty() || compiled() || holds_one_of(lowered(text), literals_);
}

std::optional<std::vector<Span>> Pattern::find(std::string_view text, Offset from) const {
  if (empty() || from > text.size()) return std::nullopt;
  const Compiled* compiled = compiled_.load(std::memory_order_acquire);
  if (compiled == nullptr) compiled = compile();
  std::vector<re2::StringPiece> groups(static_cast<std::size_t>(std::max(0, compiled->re.NumberOfCapturingGroups())) +
                                       1);
  if (!compiled->re.ok() || !compiled->re.Match(piece(text), from, text.size(), RE2::UNANCHORED, groups.data(),
                                                static_cast<int>(groups.size())))
    return std::nullopt;
  std::vector<Span> spans;
  for (const re2::StringPiece& group : groups) {
    if (group.data() == nullptr) {
      spans.push_back({});
      continue;
    }
    const auto begin = static_cast<Offset>(group.data() - text.data());
    spans.push_back({begin, begin + static_cast<Offset>(group.size())});
  }
  return spans;
}

std::optional<std::string> pattern_fault(std::string_view expression) {
  if (names_large_class(expression))
    return "a class as large as \\pL takes milliseconds to compile; name the letters, or a script such as \\p{Greek}";
  const RE2 re(piece(expression), quiet());
  if (!re.ok()) return re.error();
  if (re.ProgramSize() > kMaxProgram) return "the pattern is too large; split it into several";
  return std::nullopt;
}

int group_count(std::string_view expression) {
  const RE2 re(piece(expression), quiet());
  return re.ok() ? re.NumberOfCapturingGroups() : 0;
}

}  // namespace quizlint
