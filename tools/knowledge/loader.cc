#include "knowledge/loader.h"

#include <algorithm>
#include <map>

#include "knowledge/rule_reader.h"
#include "text/text.h"
#include "text/utf8.h"

namespace quizlint {
namespace {

using Lists = std::map<std::string, std::vector<std::string>>;

std::vector<std::string> words_in(std::string_view text) {
  std::vector<std::string> words;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    const std::string_view line = trimmed(text.substr(at, end - at));
    if (!line.empty() && line[0] != '#') words.emplace_back(line);
    at = end + 1;
  }
  return words;
}

/// "labels/answer.txt" without its extension, where it is one of `extensions`.
std::optional<std::string> stem_of(const std::string& name, std::span<const std::string_view> extensions) {
  for (const std::string_view extension : extensions)
    if (name.ends_with(extension)) return name.substr(0, name.size() - extension.size());
  return std::nullopt;
}

void add_words(std::vector<std::string>& to, const std::vector<std::string>& words) {
  for (const std::string& word : words) to.push_back(lowered(word));
}

void load_file(const RuleFile& file, Arena& arena, std::vector<RuleError>& errors, std::vector<Rule>& rules,
               Lists& lists) {
  static constexpr std::string_view kText[] = {".txt"}, kYaml[] = {".yaml", ".yml"};
  if (const std::size_t bad = first_invalid(file.text); bad != std::string_view::npos) {
    errors.push_back({file.path, LineIndex(file.text).position(static_cast<Offset>(bad)), "this is not UTF-8"});
  } else if (const auto list = stem_of(file.name, kText)) {
    add_words(lists[*list], words_in(file.text));
  } else if (const auto id = stem_of(file.name, kYaml)) {
    RuleFileContent content = read_rule_file(file, *id, arena, errors);
    if (content.rule && id->find('/') == std::string::npos) {
      errors.push_back({file.path, {}, "a rule must lie in a folder, which is its group: house/no-you.yaml"});
    } else if (content.rule) {
      rules.push_back(*content.rule);
    }
    if (!content.words.empty()) add_words(lists[*id], content.words);
  }
}

std::span<const WordList> kept(Lists lists, Arena& arena) {
  std::vector<WordList> tables;
  for (auto& [name, words] : lists) {
    std::ranges::sort(words);
    words.erase(std::unique(words.begin(), words.end()), words.end());
    std::vector<std::string_view> views;
    for (std::string& word : words) views.push_back(arena.keep(std::move(word)));
    tables.push_back({arena.keep(std::string(name)), arena.keep(std::move(views))});
  }
  return arena.keep(std::move(tables));
}

/// Sorted by id; of two rules with one id the later one stays.
std::span<const Rule> kept(std::vector<Rule> rules, Arena& arena) {
  std::ranges::stable_sort(rules, {}, &Rule::id);
  std::vector<Rule> last;
  for (const Rule& rule : rules) {
    if (!last.empty() && last.back().id == rule.id) last.pop_back();
    last.push_back(rule);
  }
  return arena.keep(std::move(last));
}

/// For one program on one machine: whatever the standard library has.
std::uint64_t hash_of(std::span<const RuleFile> files) {
  std::string all;
  for (const RuleFile& file : files) all += file.name + '\0' + std::to_string(file.text.size()) + '\0' + file.text;
  return std::hash<std::string>()(all);
}

}  // namespace

Tables load_rules(std::span<const RuleFile> files, Arena& arena, std::vector<RuleError>& errors) {
  std::vector<Rule> rules;
  Lists lists;
  for (const RuleFile& file : files) load_file(file, arena, errors, rules, lists);
  return {kept(std::move(rules), arena), kept(std::move(lists), arena)};
}

Knowledge with_rules(std::span<const RuleFile> files, std::vector<RuleError>& errors) {
  const auto arena = std::make_shared<Arena>();
  const Tables& builtin = builtin_tables();
  std::vector<Rule> rules(builtin.rules.begin(), builtin.rules.end());
  Lists lists;
  for (const WordList& list : builtin.lists) lists[std::string(list.name)].assign(list.words.begin(), list.words.end());
  for (const RuleFile& file : files) load_file(file, *arena, errors, rules, lists);
  const Tables tables{kept(std::move(rules), *arena), kept(std::move(lists), *arena)};
  return Knowledge(tables, arena, hash_of(files));
}

}  // namespace quizlint
