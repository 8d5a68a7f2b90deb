#include "checks/speller_hunspell.h"

#include <algorithm>
#include <cstdlib>
#include <filesystem>

#include <hunspell.hxx>
#include <iconv.h>

#include "checks/speller_english.h"
#include "text/utf8.h"

namespace quizlint {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kLongest = 40;  ///< letters; the corrections of a word grow with the square of its length
constexpr std::size_t kShortest = 6;  ///< letters of a word that is corrected: shorter ones have neighbours by chance
constexpr std::string_view kLetters = "abcdefghijklmnopqrstuvwxyz";

/// The dictionary of a language in one folder, without its extension: "de_DE" before "de_AT", "pt_BR" for want of
/// "pt_PT". Norwegian is called by its written form.
std::string dictionary_in(const std::string& folder, std::string language) {
  if (language == "no") language = "nb";
  std::vector<std::string> found;
  std::error_code none;
  for (const fs::directory_entry& entry : fs::directory_iterator(folder, none)) {
    const std::string name = entry.path().stem().string();
    const bool fits = name == language || name.starts_with(language + "_") || name.starts_with(language + "-");
    if (fits && entry.path().extension() == ".aff" && !name.starts_with("hyph")) found.push_back(name);
  }
  if (found.empty()) return "";
  std::ranges::sort(found);
  std::string main = language + "_";
  for (const char c : language) main += static_cast<char>(c - 32);
  const bool has_main = std::ranges::find(found, main) != found.end();
  return folder + "/" + (has_main ? main : found.front());
}

/// Words at one edit of a word, cut and joined between its code points.
std::vector<std::string> edits_of(const std::string& word) {
  std::vector<std::size_t> cuts;
  for (std::size_t at = 0; at < word.size(); at += decode(word, at).size) cuts.push_back(at);
  cuts.push_back(word.size());
  std::vector<std::string> edits;
  for (std::size_t i = 0; i < cuts.size(); ++i) {
    const std::string left = word.substr(0, cuts[i]);
    for (const char c : kLetters) edits.push_back(left + c + word.substr(cuts[i]));
    if (i + 1 == cuts.size()) break;
    edits.push_back(left + word.substr(cuts[i + 1]));
    for (const char c : kLetters) edits.push_back(left + c + word.substr(cuts[i + 1]));
    if (i + 2 < cuts.size())
      edits.push_back(left + word.substr(cuts[i + 1], cuts[i + 2] - cuts[i + 1]) +
                      word.substr(cuts[i], cuts[i + 1] - cuts[i]) + word.substr(cuts[i + 2]));
  }
  std::ranges::sort(edits);
  edits.erase(std::unique(edits.begin(), edits.end()), edits.end());
  return edits;
}

bool has_inner_capital(std::string_view word) {
  for (std::size_t at = decode(word, 0).size; at < word.size(); at += decode(word, at).size)
    if (is_upper(decode(word, at).value)) return true;
  return false;
}

}  // namespace

std::vector<std::string> dictionary_folders() {
  std::vector<std::string> folders;
  if (const char* path = std::getenv("DICPATH")) folders.emplace_back(path);
  folders.insert(folders.end(), {"/usr/share/hunspell", "/usr/share/myspell/dicts", "/usr/local/share/hunspell"});
  return folders;
}

/// A dictionary and the way to its encoding: many are not in UTF-8.
struct HunspellJudge::Dictionary {
  explicit Dictionary(const std::string& path) : hunspell((path + ".aff").c_str(), (path + ".dic").c_str()) {
    std::string encoding = hunspell.get_dict_encoding();
    if (encoding.starts_with("microsoft-")) encoding.erase(0, std::string_view("microsoft-").size());
    is_utf8 = encoding == "UTF-8";
    if (!is_utf8) from_utf8 = iconv_open(encoding.c_str(), "UTF-8");
  }
  Dictionary(const Dictionary&) = delete;
  Dictionary& operator=(const Dictionary&) = delete;
  ~Dictionary() {
    if (can_convert()) iconv_close(from_utf8);
  }

  bool can_convert() const { return from_utf8 != no_way(); }
  bool is_usable() const { return is_utf8 || can_convert(); }

  /// What its encoding cannot write is no word of it.
  bool knows(const std::string& word) {
    if (is_utf8) return hunspell.spell(word);
    std::string in = word, out(4 * word.size(), '\0');
    char *from = in.data(), *to = out.data();
    std::size_t left = in.size(), room = out.size();
    if (iconv(from_utf8, &from, &left, &to, &room) != 0) return false;
    out.resize(out.size() - room);
    return hunspell.spell(out);
  }

  static iconv_t no_way() { return reinterpret_cast<iconv_t>(-1); }

  Hunspell hunspell;
  bool is_utf8 = true;
  iconv_t from_utf8 = no_way();
};

HunspellJudge::HunspellJudge(std::vector<std::string> folders) : folders_(std::move(folders)) {}
HunspellJudge::~HunspellJudge() = default;

HunspellJudge::Dictionary* HunspellJudge::dictionary(const std::string& language) {
  const auto [at, fresh] = loaded_.try_emplace(language);
  for (const std::string& folder : folders_) {
    if (!fresh || at->second) break;
    const std::string path = dictionary_in(folder, language);
    if (path.empty()) continue;
    at->second = std::make_unique<Dictionary>(path);
    if (!at->second->is_usable()) at->second.reset();
  }
  return at->second.get();
}

std::vector<std::string> HunspellJudge::missing() const {
  std::vector<std::string> languages;
  for (const auto& [language, dictionary] : loaded_)
    if (dictionary == nullptr) languages.push_back(language);
  return languages;
}

Verdict HunspellJudge::judge(std::string_view word, const std::string& language) {
  Verdict verdict;
  Dictionary* const known = dictionary(language);
  const std::string written(word);
  if (known == nullptr || word.empty() || has_inner_capital(word) || known->knows(written)) return verdict;
  const std::string lower = plain_lower(word);
  if (is_english(lower)) return verdict;
  verdict.kind = Verdict::Kind::unknown;
  const std::size_t size = count_code_points(word);
  if (lower != word || size < kShortest || size > kLongest) return verdict;
  for (std::string& edit : edits_of(lower))
    if (known->knows(edit)) verdict.corrections.push_back({std::move(edit), 0, 0});
  if (verdict.corrections.size() > 1) verdict.corrections.clear();  // which one was meant, nothing tells
  if (!verdict.corrections.empty()) {
    verdict.kind = Verdict::Kind::misspelling;
    verdict.margin = verdict.corrections[0].margin = 1;
  }
  return verdict;
}

}  // namespace quizlint
