#include "engine/run.h"

#include <algorithm>
#include <atomic>
#include <optional>
#include <set>
#include <tuple>

#include "engine/cache.h"
#include "engine/fingerprint.h"
#include "engine/own_checks.h"
#include "engine/parallel.h"
#include "engine/removal.h"
#include "io/path.h"

namespace quizlint {
namespace {

/// The banks of a run among its files, and what is found in each.
struct Banks {
  std::vector<std::size_t> files;  ///< places in Run::files, in the order of paths
  std::vector<Digest> digests;     ///< lent by the files
  std::vector<std::vector<Finding>> findings;
  std::vector<Ignores> ignores;

  std::size_t size() const { return files.size(); }
};

Banks banks_of(Run& run) {
  Banks banks;
  for (std::size_t i = 0; i < run.files.size(); ++i) {
    CheckedFile& file = run.files[i];
    if (!file.is_bank) continue;
    banks.files.push_back(i);
    banks.digests.push_back(std::move(file.digest));
    banks.findings.push_back(run.judged_once ? std::move(file.findings) : file.findings);
    banks.ignores.push_back(file.ignores);
  }
  return banks;
}

void give_back(Banks& banks, Run& run) {
  for (std::size_t i = 0; i < banks.size(); ++i) run.files[banks.files[i]].digest = std::move(banks.digests[i]);
}

const FileSettings& settings_of(const Run& run, const Banks& banks, std::size_t bank) {
  return *run.sources.files[banks.files[bank]].settings;
}

/// The place of a path among the banks, or their number.
std::size_t bank_at(const Banks& banks, std::string_view path) {
  const auto found = std::ranges::lower_bound(banks.digests, path, {}, &Digest::path);
  if (found == banks.digests.end() || found->path != path) return banks.size();
  return static_cast<std::size_t>(found - banks.digests.begin());
}

/// What a run check finds in a file whose settings leave it out is not told.
void run_run_checks(const Run& run, Banks& banks) {
  std::vector<const CheckOptions*> options;
  for (std::size_t i = 0; i < banks.size(); ++i) options.push_back(&settings_of(run, banks, i).checks);
  RunShared shared;
  for (const RunCheck* check : run_checks()) {
    const auto wanted = [&](std::size_t i) {
      return !banks.digests[i].reference && is_on(run.catalog, settings_of(run, banks, i), check->info.id);
    };
    const Report report = [&](Finding found) {
      const std::size_t i = bank_at(banks, found.path);
      if (i < banks.size() && wanted(i)) banks.findings[i].push_back(std::move(found));
    };
    bool wanted_at_all = false;
    for (std::size_t i = 0; i < banks.size(); ++i) wanted_at_all |= wanted(i);
    if (wanted_at_all) check->run({banks.digests, options, report, run.knowledge, shared});
  }
}

const QuestionDigest* question_with(const Digest& digest, Span stem) {
  const auto found = std::ranges::lower_bound(digest.questions, stem, {}, &QuestionDigest::stem_span);
  return found == digest.questions.end() || found->stem_span != stem ? nullptr : &*found;
}

/// The fix that takes a repeat out, where one can.
std::optional<Fix> removal_of(const Run& run, const Banks& banks, std::size_t bank, const Finding& finding) {
  const std::size_t copy = finding.question - std::size_t{1};
  const std::size_t other = bank_at(banks, finding.related.front().path);
  if (other == banks.size()) return std::nullopt;
  const QuestionDigest* first = question_with(banks.digests[other], finding.related.front().span);
  if (first == nullptr) return std::nullopt;
  return removal(run.files[banks.files[bank]].removals[copy], banks.digests[bank].questions[copy], *first);
}

/// A bank of which nothing would be left is a copy of others, and for people to delete.
void offer_removals(const Run& run, Banks& banks) {
  for (std::size_t i = 0; i < banks.size(); ++i) {
    std::vector<std::pair<Finding*, Fix>> offers;
    std::set<std::uint32_t> questions;
    for (Finding& finding : banks.findings[i]) {
      if (finding.check != "duplicates/exact") continue;
      auto fix = removal_of(run, banks, i, finding);
      if (!fix) continue;
      questions.insert(finding.question);
      offers.emplace_back(&finding, std::move(*fix));
    }
    if (questions.size() == banks.digests[i].questions.size()) continue;
    for (auto& [finding, fix] : offers) finding->fixes.push_back(std::move(fix));
  }
}

void settle(const Run& run, Banks& banks) {
  for (std::size_t i = 0; i < banks.size(); ++i) {
    const auto& severities = settings_of(run, banks, i).severity;
    for (Finding& finding : banks.findings[i]) {
      const auto severity = severities.find(finding.check);
      if (severity != severities.end()) finding.severity = severity->second;
      if (finding.fingerprint.empty()) finding.fingerprint = fingerprint(finding, banks.digests[i]);
    }
  }
}

std::uint32_t question_at(const Digest& digest, Span stem) {
  const QuestionDigest* question = question_with(digest, stem);
  return question == nullptr ? 0 : question->index;
}

/// A comment on any copy of a question silences what is found between the copies.
bool silenced_by_comment(Banks& banks, std::size_t bank, const Finding& finding) {
  bool silenced = silences(banks.ignores[bank], finding.check, finding.question, finding.span);
  for (const Related& related : finding.related) {
    const std::size_t other = bank_at(banks, related.path);
    if (other == banks.size()) continue;
    const std::uint32_t question = question_at(banks.digests[other], related.span);
    silenced |= silences(banks.ignores[other], finding.check, question, related.span);
  }
  return silenced;
}

bool silenced_by_settings(const Run& run, const Banks& banks, std::size_t bank, const Finding& finding) {
  const std::vector<std::string>& names = run.files[banks.files[bank]].names;
  return std::ranges::any_of(settings_of(run, banks, bank).ignored, [&](const IgnoredEntry& entry) {
    if (entry.check != finding.check && entry.check != group_of(finding.check)) return false;
    if (entry.question.empty() || entry.question == finding.fingerprint) return true;
    if (finding.question == 0) return false;
    const std::size_t at = 2 * (finding.question - std::size_t{1});
    // A question without a number goes by its place.
    const std::string& number = names[at + 1];
    return entry.question == names[at] ||
           entry.question == (number.empty() ? std::to_string(finding.question) : number);
  });
}

void silence(const Run& run, Banks& banks) {
  for (std::size_t i = 0; i < banks.size(); ++i)
    std::erase_if(banks.findings[i], [&](const Finding& finding) {
      const bool by_comment = silenced_by_comment(banks, i, finding);
      return silenced_by_settings(run, banks, i, finding) || by_comment;
    });
}

void tell_unused_ignores(const Run& run, Banks& banks) {
  for (std::size_t i = 0; i < banks.size(); ++i) {
    const FileSettings& settings = settings_of(run, banks, i);
    if (banks.digests[i].reference || !is_on(run.catalog, settings, own_checks().front().id)) continue;
    for (Finding& finding : unused_ignores(banks.ignores[i], run.catalog, settings.on)) {
      finding.path = banks.digests[i].path;
      finding.fingerprint = fingerprint(finding, banks.digests[i]);
      banks.findings[i].push_back(std::move(finding));
    }
  }
}

void leave_out_unasked(const RunOptions& options, Outcome& outcome) {
  if (options.only_report.empty()) return;
  std::set<std::string, std::less<>> asked;
  for (const std::string& path : options.only_report) asked.insert(shown_path(absolute_path(path)));
  std::erase_if(outcome.findings, [&](const Finding& finding) { return !asked.contains(finding.path); });
}

bool told_before(const Finding& a, const Finding& b) {
  return std::tie(a.path, a.span, a.check, a.message) < std::tie(b.path, b.span, b.check, b.message);
}

void add_files(const Run& run, Outcome& outcome) {
  outcome.passed_over = run.sources.passed_over;
  outcome.errors = run.settings.errors();
  outcome.errors.insert(outcome.errors.end(), run.sources.errors.begin(), run.sources.errors.end());
  for (std::size_t i = 0; i < run.files.size(); ++i) {
    const CheckedFile& file = run.files[i];
    if (file.error) {
      outcome.errors.push_back(*file.error);
    } else if (run.sources.files[i].reference) {
      outcome.references += file.is_bank;
      if (file.bytes) outcome.sources.emplace(file.digest.path, file.bytes);
      if (file.is_large) outcome.large.emplace(file.digest.path, run.sources.files[i].path);
    } else if (!file.is_bank) {
      outcome.passed_over.push_back({run.sources.files[i].shown, file.no_bank});
    } else {
      outcome.banks.push_back(file.summary);
      if (file.bytes) outcome.sources.emplace(file.summary.path, file.bytes);
      if (file.is_large) outcome.large.emplace(file.summary.path, run.sources.files[i].path);
    }
  }
  std::ranges::sort(outcome.passed_over, {}, &PassedOver::path);
}

std::vector<KnownFault> faults_of(const Banks& banks, const std::vector<Finding>& findings) {
  std::vector<KnownFault> faults;
  for (const Finding& finding : findings)
    faults.push_back(known_fault(finding, banks.digests[bank_at(banks, finding.path)]));
  return faults;
}

/// A check that is on for no file of the run would have found nothing in any case.
bool ran(const Run& run, std::string_view check) {
  return run.catalog.index_of(check) < 0 || std::ranges::any_of(run.sources.files, [&](const Source& source) {
           return is_on(run.catalog, *source.settings, check);
         });
}

/// Takes out of the outcome what was there before, and notes it.
void leave_out_known(const Run& run, const Banks& banks, Outcome& outcome) {
  if (!run.baseline && !run.earlier && !run.options.keep_faults) return;
  std::vector<KnownFault> faults = faults_of(banks, outcome.findings);
  QuestionCounts questions;
  for (const Digest& bank : banks.digests)
    if (!bank.reference) count_questions(bank, questions);
  std::vector<bool> known(faults.size());
  const auto know = [&](const Sifted& sifted) {
    for (std::size_t i = 0; i < known.size(); ++i) known[i] = known[i] || sifted.known[i];
  };
  if (run.earlier) know(sift(faults, questions, *run.earlier));
  if (run.baseline) {
    Sifted sifted = sift(faults, questions, *run.baseline);
    know(sifted);
    std::erase_if(sifted.gone, [&](const KnownFault& fault) { return !run.meets_baseline || !ran(run, fault.check); });
    outcome.stale = std::move(sifted.gone);
  }
  std::size_t i = 0;
  outcome.known = std::erase_if(outcome.findings, [&](const Finding&) { return known[i++]; });
  if (!run.options.keep_faults) return;
  count_askings(faults, questions);
  outcome.faults = std::move(faults);
}

/// Whether the questions of a bank are needed once its own checks are done: a bank alone has no translations.
bool compares_questions_of(const Run& run) {
  const RunOptions& options = run.options;
  if (run.baseline || options.keep_faults || options.keep_digests || !options.base_ref.empty()) return true;
  return std::ranges::any_of(run_checks(), [&](const RunCheck* check) {
    const bool within_a_bank = compares_questions(check->info.id);
    return (within_a_bank || run.sources.files.size() > 1) && ran(run, check->info.id);
  });
}

/// All of them; those of a single bank, which may be many, are not copied.
std::vector<Finding> joined(std::vector<std::vector<Finding>>& lists) {
  std::vector<Finding> all;
  for (std::vector<Finding>& list : lists) {
    if (all.empty()) {
      all = std::move(list);
    } else {
      std::ranges::move(list, std::back_inserter(all));
    }
    list = {};
  }
  return all;
}

}  // namespace

Run::Run(const RunOptions& run_options, const Knowledge& run_knowledge)
    : options(run_options),
      knowledge(run_knowledge),
      catalog(catalog_of(run_knowledge)),
      settings(catalog, run_options.settings),
      sources(gather(run_options, settings)),
      files(sources.files.size()) {}

Run::Run(const RunOptions& run_options, const Knowledge& run_knowledge, Sources run_sources)
    : options(run_options),
      knowledge(run_knowledge),
      catalog(catalog_of(run_knowledge)),
      settings(catalog, run_options.settings),
      sources(std::move(run_sources)),
      files(sources.files.size()) {}

void check_files(Run& run, const std::vector<std::size_t>& which) {
  const std::string& folder = run.options.cache_folder;
  const auto cache = folder.empty() ? nullptr : std::make_unique<Cache>(folder, run.knowledge, run.sources);
  const CheckWith with{run.knowledge, run.catalog, run.speller, compares_questions_of(run), cache.get()};
  std::atomic<std::size_t> done = 0;
  parallel_for(which.size(), run.options.jobs, [&](std::size_t i) {
    run.files[which[i]] = check_file(with, run.sources.files[which[i]], run.options.keep_sources);
    if (run.options.progress) run.options.progress(++done, which.size());
  });
}

Outcome judge(Run& run) {
  Outcome outcome;
  Banks banks = banks_of(run);
  run_run_checks(run, banks);
  offer_removals(run, banks);
  settle(run, banks);
  silence(run, banks);
  tell_unused_ignores(run, banks);
  outcome.findings = joined(banks.findings);
  std::ranges::sort(outcome.findings, told_before);
  leave_out_known(run, banks, outcome);
  give_back(banks, run);
  if (run.options.keep_digests)
    for (const std::size_t i : banks.files) outcome.digests.emplace(run.files[i].digest.path, run.files[i].digest);
  add_files(run, outcome);
  outcome.unspelled = run.speller.without_dictionary();
  leave_out_unasked(run.options, outcome);
  return outcome;
}

}  // namespace quizlint
