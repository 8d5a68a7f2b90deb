#include "checks/rule_examples.h"

#include <fmt/format.h>

#include "checks/rule_check.h"

namespace quizlint {
namespace {

constexpr std::string_view kBecomes = " ==> ";

/// The example as a reader would give it: verbatim, without the backticks around opaque code.
Text example_text(std::string_view example) {
  Text text;
  bool code = false;
  for (std::size_t at = 0; at <= example.size(); code = !code) {
    const std::size_t tick = std::min(example.find('`', at), example.size());
    const Span source{static_cast<Offset>(at), static_cast<Offset>(tick)};
    text.append(slice(example, source), source, code ? PieceKind::opaque : PieceKind::verbatim);
    at = tick + 1;
  }
  return text;
}

Bank example_bank(const Rule& rule, std::string_view example, Place place) {
  Bank bank;
  bank.source = example;
  bank.language = rule.language;
  Block block;
  block.kind = BlockKind::paragraph;
  block.text = example_text(example);
  block.span = {0, static_cast<Offset>(example.size())};
  const Passage passage{{0, {0, block.text.size()}}};
  bank.blocks.push_back(std::move(block));
  Question question;
  question.span = bank.blocks[0].span;
  if (place == Place::question || place == Place::any) question.stem = passage;
  if (place == Place::answer) question.answer = passage;
  if (place == Place::explanation) question.explanation = passage;
  if (place == Place::choice) question.choices.push_back({.text = passage, .span = question.span});
  bank.questions.push_back(std::move(question));
  return bank;
}

std::vector<Finding> findings_in(const Rule& rule, std::string_view example, Place place) {
  const Bank bank = example_bank(rule, example, place);
  std::vector<Finding> findings;
  run_rule(rule, bank, [&](Finding found) { findings.push_back(std::move(found)); });
  return findings;
}

/// The example after the first fix of each finding; they do not overlap.
std::string fixed(std::string_view example, const std::vector<Finding>& findings) {
  std::string text(example);
  for (auto it = findings.rbegin(); it != findings.rend(); ++it) {
    if (it->fixes.empty()) continue;
    const Edit& edit = it->fixes.front().edits.front();
    text.replace(edit.span.begin, edit.span.size(), edit.text);
  }
  return text;
}

void try_hit(const Rule& rule, std::string_view hit, Place place, std::vector<std::string>& failures) {
  const std::string_view example = hit.substr(0, hit.find(kBecomes));
  const std::vector<Finding> findings = findings_in(rule, example, place);
  if (findings.empty()) failures.push_back(fmt::format("{}: nothing is found in the hit '{}'", rule.id, example));
  if (findings.empty() || example == hit) return;
  const std::string_view wanted = hit.substr(example.size() + kBecomes.size());
  const std::string got = fixed(example, findings);
  if (got != wanted)
    failures.push_back(fmt::format("{}: '{}' becomes '{}' and not '{}'", rule.id, example, got, wanted));
}

void try_miss(const Rule& rule, std::string_view miss, Place place, std::vector<std::string>& failures) {
  for (const Finding& found : findings_in(rule, miss, place))
    failures.push_back(fmt::format("{}: '{}' is found in the miss '{}'", rule.id, found.subject, miss));
}

void try_examples(const Rule& rule, std::span<const std::string_view> hits, std::span<const std::string_view> misses,
                  std::vector<std::string>& failures) {
  for (const Place place : rule.in) {
    for (const std::string_view hit : hits) try_hit(rule, hit, place, failures);
    for (const std::string_view miss : misses) try_miss(rule, miss, place, failures);
  }
}

}  // namespace

std::vector<std::string> failing_examples(const Rule& rule) {
  std::vector<std::string> failures;
  try_examples(rule, rule.hits, rule.misses, failures);
  for (const RulePattern& pattern : rule.patterns) {
    Rule alone = rule;
    alone.patterns = {&pattern, 1};
    try_examples(alone, pattern.hits, pattern.misses, failures);
  }
  return failures;
}

}  // namespace quizlint
