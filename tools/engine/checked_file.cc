#include "engine/checked_file.h"

#include <algorithm>

#include "bank/hash.h"
#include "checks/rule_check.h"
#include "engine/baseline.h"
#include "engine/cache.h"
#include "engine/fingerprint.h"
#include "engine/neighbours.h"
#include "engine/portions.h"
#include "engine/removal.h"
#include "engine/write_fixes.h"
#include "io/git.h"

namespace quizlint {
namespace {

/// Settles the language of prose where the configuration names the languages that there are.
void restrict_language(std::string& language, const std::vector<std::string>& allowed) {
  if (!allowed.empty() && std::ranges::find(allowed, language) == allowed.end()) language = allowed.front();
}

bool expects_answers(const Bank& bank, AnswersMode mode) {
  return mode == AnswersMode::required || (mode != AnswersMode::none && bank.expects_answers);
}

BankSummary summary_of(const Bank& bank, AnswersMode mode) {
  const auto answered =
      std::ranges::count_if(bank.questions, [&](const Question& question) { return is_answered(bank, question); });
  return {bank.path,
          bank.layout,
          bank.language,
          bank.questions.size(),
          static_cast<std::size_t>(answered),
          key_figures(bank),
          expects_answers(bank, mode)};
}

std::vector<const Rule*> rules_on(const CheckWith& with, const FileSettings& settings) {
  std::vector<const Rule*> rules;
  for (const Rule& rule : with.knowledge.rules())
    if (is_on(with.catalog, settings, rule.id)) rules.push_back(&rule);
  return rules;
}

std::vector<Finding> run_bank_checks(const CheckWith& with, const Source& source, const Bank& bank, CheckedFile& file) {
  const FileSettings& settings = *source.settings;
  std::vector<Finding> findings;
  const Report report = [&](Finding found) { findings.push_back(std::move(found)); };
  const Exists exists = [&, there = neighbours_of(source)](std::string_view path) {
    const bool is = there(path);
    file.misses_files |= !is;
    file.asked.push_back({std::string(path), is});
    return is;
  };
  BankShared shared;
  const BankContext context{bank, with.knowledge, settings.checks, with.speller, report, shared, exists};
  for (const BankCheck* check : bank_checks())
    if (is_on(with.catalog, settings, check->info.id)) check->run(context);
  run_rules(rules_on(with, settings), context);
  return findings;
}

/// The 1-based index of the question in which a finding begins, 0 where there is none.
std::uint32_t question_at(const Digest& digest, Span span) {
  const auto after = std::ranges::upper_bound(digest.questions, span.begin, {},
                                              [](const QuestionDigest& question) { return question.span.begin; });
  if (after == digest.questions.begin()) return 0;
  const QuestionDigest& question = *std::prev(after);
  return question.span.contains(span.begin) || question.span.covers(span) ? question.index : 0;
}

void place(Finding& finding, const Digest& digest, const LineIndex& lines) {
  finding.path = digest.path;
  finding.begin = lines.position(finding.span.begin);
  finding.end = lines.position(finding.span.end);
  if (finding.question == 0) finding.question = question_at(digest, finding.span);
  for (Related& related : finding.related) {
    if (!related.path.empty() && related.path != digest.path) continue;
    related.path = digest.path;
    related.begin = lines.position(related.span.begin);
    related.end = lines.position(related.span.end);
  }
}

std::vector<std::string> names_of(const Bank& bank) {
  std::vector<std::string> names;
  for (const Question& question : bank.questions) {
    names.push_back(question.id);
    names.push_back(question.number);
  }
  return names;
}

}  // namespace

bool is_on(const Catalog& catalog, const FileSettings& settings, std::string_view check) {
  return settings.on[static_cast<std::size_t>(catalog.index_of(check))];
}

void restrict_languages(Bank& bank, const std::vector<std::string>& allowed) {
  restrict_language(bank.language, allowed);
  for (Question& question : bank.questions) restrict_language(question.language, allowed);
}

Bank bank_of(const Source& source, const std::string& bytes) {
  Bank bank = read_bank(source.shown, bytes, source.settings->read);
  restrict_languages(bank, source.settings->checks.languages);
  return bank;
}

bool counts_as_bank(const Source& source, const Bank& bank) {
  const bool quotes = is_baseline(bank.source), stands_for_another = is_lfs_pointer(bank.source);
  if (quotes || stands_for_another) return false;
  return source.named || !bank.questions.empty();
}

CheckedFile check_bank(const CheckWith& with, const Source& source, const Bank& bank) {
  CheckedFile file;
  file.is_bank = true;
  const LineIndex lines(bank.source);
  file.summary = summary_of(bank, source.settings->checks.answers);
  file.digest = digest_of(bank, lines);
  file.digest.reference = source.reference;
  if (!source.reference) file.findings = run_bank_checks(with, source, bank, file);
  write_fixes(bank, file.findings);
  for (Finding& finding : file.findings) {
    place(finding, file.digest, lines);
    finding.fingerprint = fingerprint(finding, file.digest);
  }
  file.ignores = read_ignores(bank, lines, with.catalog);
  file.removals = removals(bank);
  if (!source.settings->ignored.empty()) file.names = names_of(bank);
  return file;
}

CheckedFile check_file(const CheckWith& with, const Source& source, bool keep_bytes) {
  std::optional<CheckedFile> file = check_in_portions(with, source);
  if (file) {
    file->is_large = source.bytes == nullptr;
    if (keep_bytes && file->is_bank) file->bytes = source.bytes;
    return std::move(*file);
  }
  const auto bytes = load(source);
  if (!bytes) return {.error = bytes.error()};
  if (with.cache != nullptr) file = with.cache->find(source, **bytes);
  if (file) {
    if (keep_bytes && file->is_bank) file->bytes = *bytes;
    return std::move(*file);
  }
  const Bank bank = bank_of(source, **bytes);
  file = counts_as_bank(source, bank) ? check_bank(with, source, bank) : CheckedFile{};
  if (is_lfs_pointer(**bytes)) file->no_bank = "is a pointer of Git LFS; fetch it with: git lfs pull";
  file->content = hash_of(**bytes);
  if (with.cache != nullptr) with.cache->keep(source, **bytes, *file);
  if (keep_bytes && file->is_bank) file->bytes = *bytes;
  return std::move(*file);
}

}  // namespace quizlint
