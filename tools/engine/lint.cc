#include "engine/lint.h"

#include <algorithm>
#include <optional>
#include <tuple>

#include "checks/rule_check.h"
#include "checks/speller.h"
#include "engine/fingerprint.h"
#include "engine/parallel.h"
#include "io/path.h"

namespace quizlint {
namespace {

/// What is left of a file once its bank is dropped.
struct CheckedFile {
  std::optional<Error> error;
  bool is_bank = false;
  BankSummary summary;
  Digest digest;
  std::vector<Finding> findings;
  std::shared_ptr<const std::string> bytes;
};

/// What the whole run shares.
struct Run {
  const RunOptions& options;
  const Knowledge& knowledge;
  const Catalog& catalog;
  Speller& speller;
};

bool is_on(const Run& run, const FileSettings& settings, const CheckInfo& check) {
  return settings.on[static_cast<std::size_t>(run.catalog.index_of(check.id))];
}

/// Settles the language of prose where the configuration names the languages that there are.
void restrict_language(std::string& language, const std::vector<std::string>& allowed) {
  if (!allowed.empty() && std::ranges::find(allowed, language) == allowed.end()) language = allowed.front();
}

Bank read(const Source& source, const std::string& bytes) {
  Bank bank = read_bank(source.shown, bytes, source.settings->read);
  restrict_language(bank.language, source.settings->languages);
  for (Question& question : bank.questions) restrict_language(question.language, source.settings->languages);
  return bank;
}

/// A file that was met in a folder is a bank only if there is something in it to check.
bool counts_as_bank(const Source& source, const Bank& bank) {
  return source.named || !bank.questions.empty() || !bank.faults.empty();
}

BankSummary summary_of(const Bank& bank) {
  const auto answered = std::ranges::count_if(bank.questions, is_answered);
  return {bank.path, bank.layout, bank.language, bank.questions.size(), static_cast<std::size_t>(answered)};
}

std::vector<const Rule*> rules_on(const Run& run, const FileSettings& settings) {
  std::vector<const Rule*> rules;
  for (const Rule& rule : run.knowledge.rules())
    if (settings.on[static_cast<std::size_t>(run.catalog.index_of(rule.id))]) rules.push_back(&rule);
  return rules;
}

std::vector<Finding> run_bank_checks(const Run& run, const FileSettings& settings, const Bank& bank) {
  std::vector<Finding> findings;
  const Report report = [&](Finding found) { findings.push_back(std::move(found)); };
  const BankContext context{bank, run.knowledge, settings.checks, run.speller, report};
  for (const BankCheck* check : bank_checks())
    if (is_on(run, settings, check->info)) check->run(context);
  run_rules(rules_on(run, settings), context);
  return findings;
}

/// The 1-based index of the question in which a finding begins, 0 where there is none.
std::uint32_t question_at(const Digest& digest, Span span) {
  for (const QuestionDigest& question : digest.questions)
    if (question.span.contains(span.begin) || question.span == span) return question.index;
  return 0;
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

CheckedFile check_file(const Run& run, const Source& source) {
  CheckedFile file;
  const auto bytes = load(source);
  if (!bytes) {
    file.error = bytes.error();
    return file;
  }
  const Bank bank = read(source, **bytes);
  file.is_bank = counts_as_bank(source, bank);
  if (!file.is_bank) return file;
  const LineIndex lines(**bytes);
  file.summary = summary_of(bank);
  file.digest = digest_of(bank, lines);
  file.findings = run_bank_checks(run, *source.settings, bank);
  for (Finding& finding : file.findings) place(finding, file.digest, lines);
  if (run.options.keep_sources) file.bytes = *bytes;
  return file;
}

std::vector<CheckedFile> check_files(const Run& run, const Sources& sources) {
  std::vector<CheckedFile> files(sources.files.size());
  parallel_for(files.size(), run.options.jobs, [&](std::size_t i) { files[i] = check_file(run, sources.files[i]); });
  return files;
}

/// Runs the checks that compare banks. What one finds in a file whose settings leave it out is not told.
void run_run_checks(const Run& run, const Sources& sources, std::vector<CheckedFile>& files) {
  std::vector<Digest> digests;
  std::vector<const CheckOptions*> options;
  std::vector<const FileSettings*> settings;
  std::vector<CheckedFile*> origins;
  for (std::size_t i = 0; i < files.size(); ++i) {
    if (!files[i].is_bank) continue;
    digests.push_back(std::move(files[i].digest));
    options.push_back(&sources.files[i].settings->checks);
    settings.push_back(sources.files[i].settings);
    origins.push_back(&files[i]);
  }
  RunShared shared;
  for (const RunCheck* check : run_checks()) {
    if (std::ranges::none_of(settings, [&](const FileSettings* each) { return is_on(run, *each, check->info); }))
      continue;
    const Report report = [&](Finding found) {
      const auto at = std::ranges::lower_bound(digests, found.path, {}, &Digest::path);
      if (at == digests.end() || at->path != found.path) return;
      const auto i = static_cast<std::size_t>(at - digests.begin());
      if (is_on(run, *settings[i], check->info)) origins[i]->findings.push_back(std::move(found));
    };
    check->run({digests, options, report, run.knowledge, shared});
  }
  for (std::size_t i = 0; i < digests.size(); ++i) origins[i]->digest = std::move(digests[i]);
}

void finish(Finding& finding, const Digest& digest, const FileSettings& settings) {
  const auto severity = settings.severity.find(finding.check);
  if (severity != settings.severity.end()) finding.severity = severity->second;
  finding.fingerprint = fingerprint(finding, digest);
}

bool told_before(const Finding& a, const Finding& b) {
  return std::tie(a.path, a.span, a.check, a.message) < std::tie(b.path, b.span, b.check, b.message);
}

bool is_reported(const RunOptions& options, std::string_view path) {
  return options.only_report.empty() || std::ranges::any_of(options.only_report, [&](const std::string& asked) {
           return shown_path(absolute_path(asked)) == path;
         });
}

Outcome gather_outcome(const RunOptions& options, Sources sources, std::vector<CheckedFile> files) {
  Outcome outcome;
  outcome.passed_over = std::move(sources.passed_over);
  outcome.errors = std::move(sources.errors);
  for (std::size_t i = 0; i < files.size(); ++i) {
    CheckedFile& file = files[i];
    if (file.error) outcome.errors.push_back(*file.error);
    if (!file.error && !file.is_bank) outcome.passed_over.push_back({sources.files[i].shown, "holds no question"});
    if (!file.is_bank) continue;
    for (Finding& finding : file.findings) finish(finding, file.digest, *sources.files[i].settings);
    if (is_reported(options, file.summary.path)) std::ranges::move(file.findings, std::back_inserter(outcome.findings));
    if (file.bytes) outcome.sources.emplace(file.summary.path, file.bytes);
    outcome.banks.push_back(std::move(file.summary));
  }
  std::ranges::sort(outcome.findings, told_before);
  std::ranges::sort(outcome.passed_over, {}, &PassedOver::path);
  return outcome;
}

void add_config_errors(const SettingsBook& settings, std::vector<Error>& errors) {
  errors.insert(errors.begin(), settings.errors().begin(), settings.errors().end());
}

}  // namespace

Outcome lint(const RunOptions& options, const Knowledge& knowledge) {
  const Catalog catalog = catalog_of(knowledge);
  SettingsBook settings(catalog, options.settings);
  Speller speller;
  const Run run{options, knowledge, catalog, speller};
  Sources sources = gather(options, settings);
  add_config_errors(settings, sources.errors);
  // From here on, each file on its own and in any order.
  std::vector<CheckedFile> files = check_files(run, sources);
  // From here on, only digests are left of the banks.
  run_run_checks(run, sources, files);
  return gather_outcome(options, std::move(sources), std::move(files));
}

Shown show_banks(const RunOptions& options, const Knowledge& knowledge,
                 const std::function<std::string(const Bank&)>& show) {
  const Catalog catalog = catalog_of(knowledge);
  SettingsBook settings(catalog, options.settings);
  Sources sources = gather(options, settings);
  add_config_errors(settings, sources.errors);
  std::vector<std::string> shown(sources.files.size());
  std::vector<std::optional<Error>> errors(sources.files.size());
  parallel_for(shown.size(), options.jobs, [&](std::size_t i) {
    const auto bytes = load(sources.files[i]);
    if (!bytes) {
      errors[i] = bytes.error();
      return;
    }
    const Bank bank = read(sources.files[i], **bytes);
    if (counts_as_bank(sources.files[i], bank)) shown[i] = show(bank);
  });
  Shown result{std::move(shown), std::move(sources.errors)};
  std::erase(result.banks, "");
  for (auto& error : errors)
    if (error) result.errors.push_back(std::move(*error));
  return result;
}

}  // namespace quizlint
