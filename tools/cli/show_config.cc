#include <map>

#include <fmt/format.h>

#include "cli/commands.h"
#include "cli/terminal.h"
#include "engine/source.h"
#include "io/path.h"

namespace quizlint {
namespace {

constexpr std::string_view kAnswers[] = {"auto", "required", "optional", "none"};
constexpr std::string_view kEnglish[] = {"any", "british", "american"};
constexpr std::string_view kScopes[] = {"bank", "folder", "run"};

template <typename T>
std::string_view name_in(const T& names, auto value) {
  return names[static_cast<std::size_t>(value)];
}

std::string joined(const std::vector<std::string>& words) {
  std::string out;
  for (const std::string& word : words) out += (out.empty() ? "" : ", ") + word;
  return out;
}

std::string checks_of(const FileSettings& settings, const Catalog& catalog) {
  std::string out;
  for (std::size_t i = 0; i < catalog.checks.size(); ++i) {
    if (!settings.on[i]) continue;
    const CheckInfo& check = catalog.checks[i];
    const auto changed = settings.severity.find(std::string(check.id));
    out += fmt::format("    {}: {}\n", check.id,
                       name_of(changed == settings.severity.end() ? check.severity : changed->second));
  }
  return out;
}

std::string described(const FileSettings& settings, const Catalog& catalog) {
  const CheckOptions& options = settings.checks;
  return fmt::format(
      "  configuration: {}\n  answers: {}\n  languages: [{}]\n  english: {}\n  layout: {}\n"
      "  vocabulary: [{}]\n  duplicates: {{scope: {}, near: {}, paraphrase: {}}}\n  checks:\n{}",
      settings.config.empty() ? "none" : shown_path(settings.config), name_in(kAnswers, options.answers),
      joined(settings.checks.languages), name_in(kEnglish, options.english),
      settings.read.layout.empty() ? "auto" : settings.read.layout, joined(options.vocabulary),
      name_in(kScopes, options.duplicates_scope), options.near, options.paraphrase, checks_of(settings, catalog));
}

}  // namespace

int show_config(const RunOptions& options, const Catalog& catalog) {
  SettingsBook book(catalog, options.settings);
  const Sources sources = gather(options, book);
  std::map<const FileSettings*, std::vector<std::string>> files;
  std::vector<const FileSettings*> order;
  for (const Source& source : sources.files) {
    if (!files.contains(source.settings)) order.push_back(source.settings);
    files[source.settings].push_back(source.shown);
  }
  for (const FileSettings* settings : order) {
    for (const std::string& file : files[settings]) print(file + "\n");
    print(described(*settings, catalog));
  }
  print_errors(book.errors());
  print_errors(sources.errors);
  return book.errors().empty() && sources.errors.empty() ? 0 : 2;
}

}  // namespace quizlint
