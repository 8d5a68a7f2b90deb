#include "formats/wording.h"

#include <algorithm>
#include <initializer_list>

#include "formats/labels.h"
#include "knowledge/knowledge.h"
#include "text/ascii.h"
#include "text/text.h"
#include "text/utf8.h"

namespace quizlint {
namespace {

using Words = std::initializer_list<std::string_view>;

bool is_one_of(std::string_view word, Words words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

bool is_asking(std::string_view word) {
  return is_one_of(
      word, {"what",    "what's", "whats", "why",  "how",   "how's", "when", "where", "which", "who",   "whom",
             "whose",   "is",     "are",   "can",  "could", "do",    "does", "did",   "will",  "would", "should",
             "shall",   "have",   "has",   "was",  "were",  "may",   "must", "in",    "if",    "given", "suppose",
             "imagine", "true",   "you",   "your", "at",    "on",    "for",  "to"});
}

/// Words that begin a task: "Explain …", "Write …".
bool is_ordering(std::string_view word) {
  return is_one_of(word, {"explain", "describe", "discuss",    "compare",       "define",      "list",     "name",
                          "give",    "write",    "implement",  "design",        "tell",        "walk",     "provide",
                          "state",   "outline",  "illustrate", "differentiate", "distinguish", "contrast", "summarize",
                          "mention", "identify", "enumerate",  "elaborate"});
}

/// Words that begin a task where its neighbours do, but as well a step of an answer.
bool is_tasking(std::string_view word) {
  return is_one_of(
      word,
      {"add",       "analyze",  "build",   "calculate", "change", "check",    "choose",      "complete", "compute",
       "configure", "convert",  "count",   "create",    "debug",  "delete",   "demonstrate", "deploy",   "derive",
       "determine", "evaluate", "execute", "find",      "fix",    "generate", "get",         "guess",    "install",
       "modify",    "predict",  "print",   "prove",     "remove", "return",   "reverse",     "run",      "select",
       "set",       "share",    "show",    "solve",     "sort",   "specify",  "talk",        "test",     "use",
       "given",     "suppose",  "imagine", "assume",    "draw",   "update",   "verify"});
}

/// Interrogatives that can hardly begin a statement.
bool is_interrogative(std::string_view word) {
  return is_one_of(word,
                   {"what", "what's", "whats", "why",  "how", "how's", "which", "who",    "whose", "is",  "are",
                    "can",  "could",  "do",    "does", "did", "will",  "would", "should", "have",  "has", "true"});
}

bool is_word_byte(char c) {
  return is_ascii_letter(c) || is_ascii_digit(c) || c == '\'' || static_cast<unsigned char>(c) >= 0x80;
}

std::string first_word(std::string_view line) {
  std::size_t begin = 0;
  while (begin < line.size() && !is_ascii_letter(line[begin])) ++begin;
  std::size_t end = begin;
  while (end < line.size() && (is_ascii_letter(line[end]) || line[end] == '\'')) ++end;
  return ascii_lower(line.substr(begin, end - begin));
}

std::size_t words_in(std::string_view line) {
  std::size_t words = 0;
  bool inside = false;
  for (const char c : line) {
    if (!inside && is_word_byte(c)) ++words;
    inside = !is_ascii_space(c);
  }
  return words;
}

/// Where the last question mark stands, of whatever script, or npos.
std::size_t last_question_mark(std::string_view line) {
  std::size_t at = line.rfind('?');
  if (is_ascii(line)) return at;
  for (const std::string_view sign : {std::string_view("？"), std::string_view("؟"), std::string_view("՞")}) {
    const std::size_t found = line.rfind(sign);
    if (found != std::string_view::npos && (at == std::string_view::npos || found > at)) at = found;
  }
  return at;
}

/// Every Word of Some Length Begins with a Capital: a title, even where it begins with "What".
bool is_title_case(std::string_view line) {
  std::size_t long_words = 0;
  for (std::size_t i = 0; i < line.size();) {
    if (!is_ascii_letter(line[i])) {
      ++i;
      continue;
    }
    std::size_t end = i;
    while (end < line.size() && is_word_byte(line[end])) ++end;
    if (end - i >= 4 && line[i] >= 'a' && line[i] <= 'z') return false;
    if (end - i >= 4 && i > 0) ++long_words;
    i = end;
  }
  return long_words >= 2;
}

/// The first word, whatever its script, in small letters.
std::string first_word_of_any_script(std::string_view line) {
  std::size_t begin = 0;
  while (begin < line.size() && (!is_word_byte(line[begin]) || is_ascii_digit(line[begin]))) ++begin;
  std::size_t end = begin;
  while (end < line.size() && (is_word_byte(line[end]) || (end > begin && line[end] == '-'))) ++end;
  return folded(line.substr(begin, std::min<std::size_t>(end - begin, 40)));
}

/// Whether the line sets a task in another language than English.
bool orders_abroad(std::string_view line) {
  return holds(Knowledge::builtin().words("labels/tasks"), first_word_of_any_script(line));
}

/// Whether signs of a script without blanks stand in the line.
bool is_blankless(std::string_view line) {
  return std::any_of(line.begin(), line.end(), [](char c) { return static_cast<unsigned char>(c) >= 0xE3; });
}

/// Whether the line ends as a request does: "설명해주세요."
bool ends_in_request(std::string_view line) {
  constexpr std::size_t kLongest = 300;  // bytes, 100 signs
  for (const std::string_view stop : {std::string_view("."), std::string_view("。")})
    if (line.ends_with(stop)) line.remove_suffix(stop.size());
  if (line.size() > kLongest || !is_blankless(line)) return false;
  const auto& ends = Knowledge::builtin().words("labels/asking-ends");
  return std::any_of(ends.begin(), ends.end(), [&](std::string_view end) { return line.ends_with(end); });
}

/// Whether the line asks in another language than English.
bool asks_abroad(std::string_view line, std::size_t words) {
  constexpr std::size_t kLongest = 150;  // bytes, 50 signs
  const Knowledge& knowledge = Knowledge::builtin();
  if (words + line.size() / 20 > 1 && holds(knowledge.words("labels/asking"), first_word_of_any_script(line)))
    return true;
  if (!is_blankless(line) || line.size() > kLongest) return false;
  for (const std::string_view sign : knowledge.words("labels/asking-within"))
    if (line.find(sign) != std::string_view::npos) return true;
  return false;
}

double likeness_of_statement(std::string_view line, std::size_t words) {
  const std::string word = first_word(line);
  const bool ends = line.ends_with('.') || line.ends_with('!') || line.ends_with("。");
  const bool noun = is_one_of(word, {"design", "state", "list", "name", "outline"}) && words <= 3;
  if (noun && is_ascii_letter(line.back()) && line.find('?') == std::string_view::npos)
    return 0.4;  // "Design Patterns"
  if (words <= 60 && is_ordering(word) && words > 1) return ends && words > 30 ? 0.6 : 0.9;
  if (words <= 60 && words > 1 && is_interrogative(word)) return ends ? 0.5 : is_title_case(line) ? 0.4 : 0.9;
  const bool tasks = is_tasking(word) || (word == "using" && line.find(',') != std::string_view::npos);
  if (words <= 60 && words > 1 && tasks) return 0.6;
  const std::string lower = ascii_lower(line.substr(0, 160));
  if (lower.starts_with("difference between") || lower.starts_with("differences between") ||
      lower.find(" vs ") != std::string::npos || lower.find(" vs. ") != std::string::npos)
    return ends ? 0.3 : 0.8;
  if (words <= 60 && words > 1 && orders_abroad(line)) return ends && words > 30 ? 0.6 : 0.9;
  if (words <= 60 && ends_in_request(line)) return 0.9;
  if (words <= 60 && asks_abroad(line, words)) return ends ? 0.5 : 0.8;
  if (words <= 9 && !ends) return 0.3;
  return 0.05;
}

}  // namespace

double question_likeness(std::string_view line) {
  line = trimmed(line);
  if (line.empty()) return 0;
  const std::size_t words = words_in(line);
  const std::size_t mark = last_question_mark(line);
  if (mark != std::string_view::npos) {
    const std::size_t rest = line.size() - mark;
    if (rest <= 24 || words_in(line.substr(mark + 1)) <= 3) return words > 120 ? 0.6 : 1;
    const bool asks = is_asking(first_word(line)) || is_ordering(first_word(line));
    if (asks && mark < 400) return 0.9;
  }
  const double plain = likeness_of_statement(line, words);
  // "AI-Question08 - Describe the process", "Scenario: your service is slow": what follows a short prefix decides.
  const std::size_t dash = std::min(line.find(" - "), line.find(": "));
  if (dash == std::string_view::npos || dash > 40 || plain >= 0.8) return plain;
  return std::max(plain, 0.95 * likeness_of_statement(line.substr(dash + 2), words_in(line.substr(dash + 2))));
}

bool is_symbol(char32_t c) {
  return (c >= 0x2190 && c <= 0x2BFF) || (c >= 0x1F000 && c <= 0x1FAFF) || c == 0xFE0F || c == 0x200D;
}

bool is_boilerplate(std::string_view title) {
  std::string lower = folded(trimmed(title));
  while (!lower.empty() && (lower.back() == ':' || is_ascii_space(lower.back()))) lower.pop_back();
  std::size_t begin = 0;
  while (begin < lower.size() && !is_word_byte(lower[begin])) ++begin;
  return holds(Knowledge::builtin().words("sections/boilerplate"), std::string_view(lower).substr(begin));
}

bool is_contents_title(std::string_view title) {
  const std::string lower = folded(prefix(title, 60));
  for (const std::string_view name :
       {"contents", "toc", "目录", "目次", "inhalt", "índice", "sommaire", "содержание", "оглавление"})
    if (lower.find(name) != std::string::npos) return true;
  return false;
}

bool is_back_link(std::string_view line) {
  const std::string lower = folded(prefix(line, 120));
  if (words_in(line) > 8) return false;
  for (const std::string_view name :
       {"back to top", "back to contents", "back to toc", "back to table", "go to top", "return to top", "⬆", "↥"})
    if (lower.find(name) != std::string::npos) return true;
  return false;
}

namespace {

bool has_one_of(std::string_view title, Words names) {
  const std::string lower = folded(trimmed(title));
  return std::any_of(names.begin(), names.end(),
                     [&](std::string_view name) { return lower.find(name) != std::string::npos; });
}

}  // namespace

bool names_answer(std::string_view title) {
  if (lead_of(title).kind == LabelKind::answer) return true;
  return words_in(title) <= 6 &&
         has_one_of(title, {"answer", "solution", "soluc", "solução", "lösung", "soluzione", "antwort", "respuesta",
                            "réponse", "ответ", "答案", "resposta", "решение", "정답", "解答", "odpowied", "cevap"});
}

bool announces_answer(std::string_view title) {
  if (names_answer(title) || lead_of(title).kind == LabelKind::explanation) return true;
  return words_in(title) <= 6 &&
         has_one_of(title, {"click to", "click here", "expand", "reveal", "spoiler", "see class", "see function"});
}

bool same_but_for_blanks(std::string_view a, std::string_view b) {
  const auto squeezed = [](std::string_view text) {
    std::string out;
    for (const char c : folded(trimmed(text)))
      if (!is_ascii_space(c)) {
        out += c;
      } else if (!out.ends_with(' ')) {
        out += ' ';
      }
    return out;
  };
  return squeezed(a) == squeezed(b);
}

}  // namespace quizlint
