#include "support/lint.h"

#include <algorithm>
#include <stdexcept>
#include <tuple>

#include "checks/check.h"
#include "checks/rule_check.h"
#include "checks/speller.h"
#include "formats/reader.h"

namespace quizlint::test {
namespace {

using Options = std::map<std::string, std::string>;

std::vector<std::string> split(const std::string& list) {
  std::vector<std::string> items;
  for (std::size_t at = 0; at < list.size();) {
    const std::size_t comma = std::min(list.find(',', at), list.size());
    items.push_back(list.substr(at, comma - at));
    at = comma + 1;
  }
  return items;
}

std::string option(const Options& options, const std::string& name) {
  const auto found = options.find(name);
  return found == options.end() ? "" : found->second;
}

bool names(const std::vector<std::string>& list, const CheckInfo& check) {
  const std::string id(check.id);
  const std::string group = id.substr(0, id.find('/'));
  return std::any_of(list.begin(), list.end(),
                     [&](const std::string& item) { return item == id || (item == group && check.on_by_default); });
}

bool selected(const Options& options, const CheckInfo& check);

std::vector<const Rule*> selected_rules(const Options& options) {
  std::vector<const Rule*> rules;
  for (const Rule& rule : Knowledge::builtin().rules())
    if (selected(options, {.id = rule.id, .severity = rule.severity, .on_by_default = rule.on_by_default}))
      rules.push_back(&rule);
  return rules;
}

bool selected(const Options& options, const CheckInfo& check) {
  if (names(split(option(options, "ignore")), check)) return false;
  const auto select = split(option(options, "select"));
  return select.empty() ? check.on_by_default : names(select, check);
}

AnswersMode answers_of(const std::string& name) {
  if (name == "required") return AnswersMode::required;
  if (name == "optional") return AnswersMode::optional;
  if (name == "none") return AnswersMode::none;
  return AnswersMode::automatic;
}

CheckOptions check_options(const Options& options) {
  CheckOptions to;
  to.answers = answers_of(option(options, "answers"));
  if (option(options, "english") == "british") to.english = English::british;
  if (option(options, "english") == "american") to.english = English::american;
  to.vocabulary = split(option(options, "vocabulary"));
  std::sort(to.vocabulary.begin(), to.vocabulary.end());
  return to;
}

void refuse_unknown(const Options& options) {
  static const std::vector<std::string> kKnown = {"select",     "ignore", "layout", "answers",      "english",
                                                  "vocabulary", "eol",    "bom",    "final-newline"};
  for (const auto& [name, value] : options)
    if (std::find(kKnown.begin(), kKnown.end(), name) == kKnown.end())
      throw std::runtime_error("unknown option of an annotated bank: " + name);
}

void place(Finding& found, const std::string& path, const LineIndex& lines) {
  found.path = path;
  found.begin = lines.position(found.span.begin);
  found.end = lines.position(found.span.end);
}

}  // namespace

std::vector<Finding> lint(const std::vector<Fixture>& files, const Options& options) {
  refuse_unknown(options);
  const CheckOptions settled = check_options(options);
  Speller speller;
  std::vector<Finding> findings;
  std::vector<Digest> digests;
  for (const Fixture& file : files) {
    const LineIndex lines(file.bytes);
    const Bank bank = read_bank(file.path, file.bytes, {option(options, "layout"), {}});
    digests.push_back(digest_of(bank, lines));
    const Report report = [&](Finding found) {
      place(found, file.path, lines);
      findings.push_back(std::move(found));
    };
    const BankContext context{bank, Knowledge::builtin(), settled, speller, report};
    for (const BankCheck* check : bank_checks())
      if (selected(options, check->info)) check->run(context);
    run_rules(selected_rules(options), context);
  }
  const std::vector<const CheckOptions*> settings(digests.size(), &settled);
  const Report report = [&](Finding found) { findings.push_back(std::move(found)); };
  RunShared shared;
  const RunContext context{digests, settings, report, Knowledge::builtin(), shared};
  for (const RunCheck* check : run_checks())
    if (selected(options, check->info)) check->run(context);
  std::stable_sort(findings.begin(), findings.end(), [](const Finding& a, const Finding& b) {
    return std::tie(a.path, a.span, a.check) < std::tie(b.path, b.span, b.check);
  });
  return findings;
}

bool has_safe_fix(const Finding& finding) {
  return !finding.fixes.empty() && finding.fixes.front().safety == Safety::safe;
}

std::string with_safe_fixes(const std::string& bytes, const std::vector<Finding>& findings) {
  std::vector<Edit> edits;
  for (const Finding& finding : findings) {
    if (!has_safe_fix(finding)) continue;
    const std::vector<Edit>& fix = finding.fixes.front().edits;
    const bool free = std::none_of(fix.begin(), fix.end(), [&](const Edit& edit) {
      return std::any_of(edits.begin(), edits.end(),
                         [&](const Edit& taken) { return taken.span.overlaps(edit.span) || taken.span == edit.span; });
    });
    if (free) edits.insert(edits.end(), fix.begin(), fix.end());
  }
  std::stable_sort(edits.begin(), edits.end(), [](const Edit& a, const Edit& b) { return a.span < b.span; });
  std::string fixed;
  Offset at = 0;
  for (const Edit& edit : edits) {
    fixed += bytes.substr(at, edit.span.begin - at) + edit.text;
    at = edit.span.end;
  }
  return fixed + bytes.substr(at);
}

}  // namespace quizlint::test
