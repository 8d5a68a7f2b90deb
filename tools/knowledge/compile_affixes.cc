#include "knowledge/compile_affixes.h"

#include <fstream>
#include <map>
#include <sstream>
#include <string_view>

namespace quizlint {
namespace {

struct Affix {
  bool prefix = false;
  bool crosses = false;
  std::string strip, add, condition;
};
using Affixes = std::map<char, std::vector<Affix>>;

Affixes read_affixes(std::ifstream file) {
  Affixes affixes;
  std::map<char, bool> crosses;
  for (std::string line; std::getline(file, line);) {
    std::istringstream fields(line);
    std::string kind, flag, strip, add, condition;
    if (!(fields >> kind >> flag >> strip >> add) || (kind != "PFX" && kind != "SFX")) continue;
    if (!(fields >> condition)) {
      crosses[flag[0]] = strip == "Y";
      continue;
    }
    affixes[flag[0]].push_back(
        {kind == "PFX", crosses[flag[0]], strip == "0" ? "" : strip, add == "0" ? "" : add, condition});
  }
  return affixes;
}

/// One letter, `.` or `[set]` of a condition, taken from its front.
struct Element {
  std::string_view set;
  bool negated = false;
  bool fits(char c) const { return set == "." || (set.find(c) != std::string_view::npos) != negated; }
};

std::vector<Element> elements_of(std::string_view condition) {
  std::vector<Element> elements;
  while (!condition.empty()) {
    std::size_t size = 1;
    Element element{condition.substr(0, 1)};
    if (condition[0] == '[') {
      size = condition.find(']') + 1;
      element.negated = condition[1] == '^';
      element.set = condition.substr(element.negated ? 2 : 1, size - (element.negated ? 3 : 2));
    }
    elements.push_back(element);
    condition.remove_prefix(size);
  }
  return elements;
}

bool fits(const Affix& affix, std::string_view word) {
  const std::vector<Element> elements = elements_of(affix.condition);
  if (affix.condition == ".") return true;
  if (word.size() < elements.size()) return false;
  const std::size_t from = affix.prefix ? 0 : word.size() - elements.size();
  for (std::size_t i = 0; i < elements.size(); ++i)
    if (!elements[i].fits(word[from + i])) return false;
  return affix.prefix ? word.starts_with(affix.strip) : word.ends_with(affix.strip);
}

std::string with(const Affix& affix, std::string_view word) {
  if (affix.prefix) return affix.add + std::string(word.substr(affix.strip.size()));
  return std::string(word.substr(0, word.size() - affix.strip.size())) + affix.add;
}

void add_forms(const Affixes& affixes, const std::string& word, std::string_view flags, std::vector<std::string>& out) {
  std::vector<const Affix*> prefixes, suffixes;
  for (const char flag : flags) {
    const auto found = affixes.find(flag);
    if (found == affixes.end()) continue;
    for (const Affix& affix : found->second)
      if (fits(affix, word)) (affix.prefix ? prefixes : suffixes).push_back(&affix);
  }
  out.push_back(word);
  for (const Affix* suffix : suffixes) out.push_back(with(*suffix, word));
  for (const Affix* prefix : prefixes) {
    out.push_back(with(*prefix, word));
    for (const Affix* suffix : suffixes)
      if (prefix->crosses && suffix->crosses) out.push_back(with(*prefix, with(*suffix, word)));
  }
}

}  // namespace

std::vector<std::string> forms_of_dictionary(const std::string& aff_path, const std::string& dic_path) {
  const Affixes affixes = read_affixes(std::ifstream(aff_path));
  std::ifstream words(dic_path);
  std::vector<std::string> forms;
  std::string line;
  for (std::getline(words, line); std::getline(words, line);) {
    const std::size_t slash = line.find('/');
    const std::string flags = slash == std::string::npos ? "" : line.substr(slash + 1);
    add_forms(affixes, line.substr(0, slash), flags, forms);
  }
  return forms;
}

}  // namespace quizlint
