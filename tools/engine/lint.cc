#include "engine/lint.h"

#include <numeric>
#include <optional>

#include "engine/parallel.h"
#include "engine/recall.h"
#include "engine/run.h"

namespace quizlint {

Outcome lint(const RunOptions& options, const Knowledge& knowledge) {
  Run run(options, knowledge);
  auto past = recall(run);
  if (!past) return Outcome{.errors = {past.error()}};
  std::vector<std::size_t> all(run.files.size());
  std::iota(all.begin(), all.end(), 0);
  check_files(run, all);
  judge_past(run, *past);
  run.judged_once = true;
  return judge(run);
}

Shown show_banks(const RunOptions& options, const Knowledge& knowledge,
                 const std::function<std::string(const Bank&)>& show) {
  const Catalog catalog = catalog_of(knowledge);
  SettingsBook settings(catalog, options.settings);
  const Sources sources = gather(options, settings);
  std::vector<std::string> shown(sources.files.size());
  std::vector<std::optional<Error>> errors(sources.files.size());
  parallel_for(shown.size(), options.jobs, [&](std::size_t i) {
    const auto bytes = load(sources.files[i]);
    if (!bytes) {
      errors[i] = bytes.error();
      return;
    }
    const Bank bank = bank_of(sources.files[i], **bytes);
    if (counts_as_bank(sources.files[i], bank)) shown[i] = show(bank);
  });
  Shown result{std::move(shown), settings.errors()};
  std::erase(result.banks, "");
  result.errors.insert(result.errors.end(), sources.errors.begin(), sources.errors.end());
  for (auto& error : errors)
    if (error) result.errors.push_back(std::move(*error));
  return result;
}

}  // namespace quizlint
