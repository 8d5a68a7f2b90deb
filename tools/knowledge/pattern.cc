#include "knowledge/pattern.h"

#include <algorithm>
#include <memory>

#include <re2/filtered_re2.h>
#include <re2/re2.h>

#include "knowledge/pattern_index.h"
#include "text/text.h"

namespace quizlint {
namespace {

constexpr int kMinLiteral = 3;
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

bool holds_one_of(std::string_view lowered, std::span<const std::string_view> literals) {
  return std::ranges::any_of(literals, [&](std::string_view literal) { return lowered.find(literal) != lowered.npos; });
}

/// Atoms that the text at large need not hold though the text that a check looks at does.
bool made_up(const std::string& atom) {
  return atom.find(kOpaqueMark) != atom.npos || atom.find_first_of("\n\r\t") != atom.npos;
}

/// Whether an expression can match a text that holds these atoms alone.
bool can_match(const re2::FilteredRE2& filter, const std::vector<int>& atoms) {
  std::vector<int> potentials;
  filter.AllPotentials(atoms, &potentials);
  return !potentials.empty();
}

/// Leaves atoms out, the least telling first, as long as no match does without all of the others.
std::vector<std::string> fewest(const re2::FilteredRE2& filter, const std::vector<std::string>& atoms) {
  std::vector<int> order(atoms.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = static_cast<int>(i);
  std::ranges::stable_sort(order, [&](int a, int b) {
    return std::pair(!made_up(atoms[a]), atoms[a].size()) < std::pair(!made_up(atoms[b]), atoms[b].size());
  });
  std::vector<int> without;
  std::vector<std::string> kept;
  for (const int atom : order) {
    without.push_back(atom);
    if (!can_match(filter, without)) continue;
    without.pop_back();
    if (made_up(atoms[atom])) return {};
    kept.push_back(atoms[atom]);
  }
  return kept;
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

std::optional<std::vector<Span>> Pattern::find(std::string_view text, Offset from) const {
  if (empty() || from > text.size()) return std::nullopt;
  const Compiled* compiled = compiled_.load(std::memory_order_acquire);
  if (compiled == nullptr) {
    if (!literals_.empty() && !holds_one_of(lowered(text), literals_)) return std::nullopt;
    compiled = compile();
  }
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

std::vector<std::string> needed_literals(std::string_view expression) {
  re2::FilteredRE2 filter(kMinLiteral);
  int id = 0;
  if (filter.Add(piece(expression), quiet(), &id) != RE2::NoError) return {};
  std::vector<std::string> atoms;
  filter.Compile(&atoms);
  if (can_match(filter, {})) return {};
  std::vector<std::string> literals = fewest(filter, atoms);
  for (std::string& literal : literals) literal = lowered(literal);
  std::ranges::sort(literals);
  literals.erase(std::unique(literals.begin(), literals.end()), literals.end());
  const bool short_one = std::ranges::any_of(literals, [](const std::string& it) { return it.size() < kMinLiteral; });
  return short_one ? std::vector<std::string>() : literals;
}

}  // namespace quizlint
