#include "formats/records/names.h"

#include <algorithm>
#include <span>

#include "formats/records/name_table.h"
#include "knowledge/knowledge.h"
#include "text/text.h"
#include "text/utf8.h"

namespace quizlint::records {
namespace {

/// The list of labels that people write before such a text, for names in other languages.
std::string_view labels_of(Role role) {
  switch (role) {
    case Role::stem: return "labels/question";
    case Role::choices: return "labels/options";
    case Role::key: return "labels/correct";
    case Role::answer: return "labels/answer";
    case Role::explanation: return "labels/explanation";
    default: return {};
  }
}

/// Words behind which a name speaks of something about the field ("question_type"), not of the field.
bool is_about(std::string_view word) {
  static constexpr std::string_view kAbout[] = {
      "id",      "ids",    "type", "types",    "number",     "num",     "no",     "count", "url",      "link",
      "links",   "source", "date", "level",    "difficulty", "score",   "points", "lang",  "language", "image",
      "img",     "file",   "time", "start",    "end",        "offset",  "length", "len",   "tokens",   "status",
      "author",  "index",  "idx",  "format",   "version",    "audio",   "video",  "hash",  "order",    "weight",
      "concept", "tags",   "tag",  "category", "choices",    "options", "votes"};
  return std::ranges::find(kAbout, word) != std::end(kAbout);
}

std::string joined(const std::vector<std::string>& words) {
  std::string all;
  for (const std::string& word : words) all += (all.empty() ? "" : " ") + word;
  return all;
}

std::string singular(std::string_view name) {
  return std::string(name.ends_with('s') && name.size() > 3 ? name.substr(0, name.size() - 1) : name);
}

/// Whether `part` stands in `name` as whole words.
bool holds_words(std::string_view name, std::string_view part) {
  const std::size_t at = name.find(part);
  if (at == std::string_view::npos) return false;
  const bool begins = at == 0 || name[at - 1] == ' ';
  const bool ends = at + part.size() == name.size() || name[at + part.size()] == ' ';
  return begins && ends;
}

double fit_of_words(const std::string& name, Role role) {
  double best = 0;
  for (const KnownName& entry : known_names(role)) {
    if (name == entry.words || singular(name) == entry.words) return entry.fit;
    if (entry.words.size() > 2 && holds_words(name, entry.words)) best = std::max(best, 0.7 * entry.fit);
  }
  const auto labels = Knowledge::builtin().words(labels_of(role));
  if (!labels_of(role).empty() && holds(labels, name)) best = std::max(best, name.size() > 1 ? 0.85 : 0.75);
  return best;
}

double fit_of_name(std::string_view name, Role role) {
  const std::vector<std::string> words = name_words(bare_name(name));
  if (words.empty()) return 0;
  const std::string whole = joined(words);
  for (const KnownName& entry : known_names(role))
    if (whole == entry.words) return entry.fit;
  const bool free_text =
      role == Role::stem || role == Role::answer || role == Role::context || role == Role::explanation;
  if (words.size() > 1 && free_text && is_about(words.back())) return 0;
  if (role == Role::id && words.back() == "id") return 0.7;
  return fit_of_words(whole, role);
}

bool speaks_about(std::string_view name) {
  const std::vector<std::string> words = name_words(name);
  return !words.empty() && is_about(words.back());
}

bool says_nothing(std::string_view name) {
  static constexpr std::string_view kEmpty[] = {"text",  "value", "content", "body", "html",   "raw", "markdown",
                                                "title", "plain", "mathml",  "en",   "string", "data"};
  const std::string whole = joined(name_words(name));
  return std::ranges::find(kEmpty, whole) != std::end(kEmpty);
}

}  // namespace

std::string_view bare_name(std::string_view name) {
  name = trimmed(name);
  for (const std::string_view sign : {"\n", " (", " - ", " – "})
    if (const std::size_t at = name.find(sign); at != std::string_view::npos && at > 0) name = name.substr(0, at);
  return trimmed(name);
}

std::vector<std::string> name_words(std::string_view name) {
  std::vector<std::string> words;
  enum class Kind { none, lower, upper, digit } last = Kind::none;
  for (std::size_t at = 0; at < name.size();) {
    const CodePoint point = decode(name, at);
    at += point.size;
    Kind kind = Kind::none;
    if (point.value < 0x80 && is_ascii_digit(static_cast<char>(point.value))) {
      kind = Kind::digit;
    } else if (is_letter(point.value)) {
      kind = is_upper(point.value) ? Kind::upper : Kind::lower;
    }
    const bool goes_on = kind == last || (last == Kind::upper && kind == Kind::lower);
    if (kind != Kind::none && (!goes_on || words.empty())) words.emplace_back();
    if (kind != Kind::none) append_utf8(words.back(), to_lower(point.value));
    last = kind;
  }
  return words;
}

double name_fit(std::string_view path, Role role) {
  const std::size_t dot = path.rfind('.');
  if (dot == std::string_view::npos) return fit_of_name(path, role);
  const std::string_view last = path.substr(dot + 1);
  const double fit = fit_of_name(last, role);
  const double outer = name_fit(path.substr(0, dot), role);
  // Whatever an answer is made of belongs to it.
  const double share = says_nothing(last) ? 0.95 : role == Role::answer && !speaks_about(last) ? 0.7 : 0;
  return std::max(says_nothing(last) ? fit : 0.9 * fit, share * outer);
}

}  // namespace quizlint::records
