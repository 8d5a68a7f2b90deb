#include "formats/wording.h"

#include <algorithm>
#include <initializer_list>

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
  return is_one_of(word, {"add",     "analyze",   "build",     "calculate", "change",  "check", "choose", "complete",
                          "compute", "configure", "convert",   "count",     "create",  "debug", "delete", "demonstrate",
                          "deploy",  "derive",    "determine", "evaluate",  "execute", "find",  "fix",    "generate",
                          "get",     "guess",     "install",   "modify",    "predict", "print", "prove",  "remove",
                          "return",  "reverse",   "run",       "select",    "set",     "share", "show",   "solve",
                          "sort",    "specify",   "talk",      "test",      "use",     "using", "given",  "suppose",
                          "imagine", "assume",    "draw",      "update",    "verify"});
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

double likeness_of_statement(std::string_view line, std::size_t words) {
  const std::string word = first_word(line);
  const bool ends = line.ends_with('.') || line.ends_with('!');
  const bool noun = is_one_of(word, {"design", "state", "list", "name", "outline"}) && words <= 3;
  if (noun && is_ascii_letter(line.back()) && line.find('?') == std::string_view::npos)
    return 0.4;  // "Design Patterns"
  if (words <= 60 && is_ordering(word) && words > 1) return ends && words > 30 ? 0.6 : 0.9;
  if (words <= 60 && words > 1 && is_interrogative(word)) return ends ? 0.5 : is_title_case(line) ? 0.4 : 0.9;
  if (words <= 60 && words > 1 && is_tasking(word)) return 0.6;
  const std::string lower = ascii_lower(line.substr(0, 160));
  if (lower.starts_with("difference between") || lower.starts_with("differences between") ||
      lower.find(" vs ") != std::string::npos || lower.find(" vs. ") != std::string::npos)
    return ends ? 0.3 : 0.8;
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

namespace {

struct LabelWord {
  std::string_view word;
  LabelKind kind;
};

constexpr LabelWord kLabels[] = {
    {"question", LabelKind::question},
    {"questions", LabelKind::question},
    {"ques", LabelKind::question},
    {"que", LabelKind::question},
    {"q", LabelKind::question},
    {"frage", LabelKind::question},
    {"pregunta", LabelKind::question},
    {"pergunta", LabelKind::question},
    {"domanda", LabelKind::question},
    {"вопрос", LabelKind::question},
    {"питання", LabelKind::question},
    {"问题", LabelKind::question},
    {"问", LabelKind::question},
    {"質問", LabelKind::question},
    {"soru", LabelKind::question},
    {"pytanie", LabelKind::question},
    {"interviewer", LabelKind::question},
    {"answer", LabelKind::answer},
    {"answers", LabelKind::answer},
    {"ans", LabelKind::answer},
    {"a", LabelKind::answer},
    {"solution", LabelKind::answer},
    {"antwort", LabelKind::answer},
    {"respuesta", LabelKind::answer},
    {"resposta", LabelKind::answer},
    {"réponse", LabelKind::answer},
    {"risposta", LabelKind::answer},
    {"ответ", LabelKind::answer},
    {"відповідь", LabelKind::answer},
    {"答案", LabelKind::answer},
    {"答", LabelKind::answer},
    {"回答", LabelKind::answer},
    {"cevap", LabelKind::answer},
    {"odpowiedź", LabelKind::answer},
    {"sample answer", LabelKind::answer},
    {"correct answer", LabelKind::answer},
    {"model answer", LabelKind::answer},
    {"the answer", LabelKind::answer},
    {"interviewee", LabelKind::answer},
    {"candidate", LabelKind::answer},
    {"explanation", LabelKind::explanation},
    {"explaination", LabelKind::explanation},
    {"rationale", LabelKind::explanation},
    {"erklärung", LabelKind::explanation},
    {"explicación", LabelKind::explanation},
    {"explication", LabelKind::explanation},
    {"hint", LabelKind::hint},
    {"hints", LabelKind::hint},
    {"tip", LabelKind::hint},
};

/// The most bytes up to `size` that end no code point in its middle: `folded` leaves broken UTF-8 as it is.
std::size_t whole_points(std::string_view line, std::size_t size) {
  if (line.size() <= size) return line.size();
  while (size > 0 && (static_cast<unsigned char>(line[size]) & 0xC0) == 0x80) --size;
  return size;
}

/// The longest label that begins the line as a whole word, or nullptr.
const LabelWord* label_at(std::string_view line) {
  const std::string lower = folded(line.substr(0, whole_points(line, 40)));
  const LabelWord* best = nullptr;
  for (const LabelWord& label : kLabels) {
    if (!lower.starts_with(label.word) || (best != nullptr && best->word.size() >= label.word.size())) continue;
    const std::size_t end = label.word.size();
    const bool whole = end >= lower.size() || !(is_ascii_letter(lower[end]) || lower[end] == '\'' || lower[end] == '-');
    if (whole) best = &label;
  }
  return best;
}

std::size_t skip(std::string_view line, std::size_t at, std::string_view set) {
  while (at < line.size() && set.find(line[at]) != std::string_view::npos) ++at;
  return at;
}

/// Digits and at most one letter ("17a"); "" where none stands at `at`.
std::string number_at(std::string_view line, std::size_t at) {
  std::size_t end = at;
  while (end < line.size() && is_ascii_digit(line[end]) && end - at < 6) ++end;
  if (end == at) return {};
  const bool letter =
      end < line.size() && is_ascii_letter(line[end]) && (end + 1 >= line.size() || !is_word_byte(line[end + 1]));
  return std::string(line.substr(at, end - at + letter));
}

/// A number with its sign: "3.", "3)", "3:", "3 -", "#3", "(3)".
Lead number_lead(std::string_view line) {
  Lead lead;
  std::size_t at = skip(line, 0, "#([ ");
  const std::string number = number_at(line, at);
  if (number.empty()) return {};
  at += number.size();
  const std::size_t end = skip(line, at, ".):]");
  const bool dashed = end == at && (line.substr(at).starts_with(" - ") || line.substr(at).starts_with(" – "));
  if (end == at && !dashed) return {};
  if (!dashed && end < line.size() && !is_ascii_space(line[end]) && !is_ascii_letter(line[end]) && line[end] != '*')
    return {};
  if (!dashed && end < line.size() && is_ascii_digit(line[end])) return {};
  lead.number = number;
  lead.size = static_cast<Offset>(skip(line, dashed ? at + 3 : end, " \t-–"));
  lead.alone = lead.size >= line.size();
  return lead;
}

/// "Respuesta correcta: D": the colon may stand behind two more words. Where the text behind it begins, or npos.
std::size_t sign_behind_words(std::string_view line, std::size_t at) {
  const std::size_t colon = line.find(':', at);
  if (colon == std::string_view::npos || colon - at > 24) return std::string_view::npos;
  const std::string_view words = line.substr(at, colon - at);
  if (words.find_first_of(".?!,;()") != std::string_view::npos || words_in(words) > 2) return std::string_view::npos;
  return skip(line, colon, ":*_ ");
}

/// A label with its sign. One letter needs a colon, a number, or (for Q) a dot or bracket.
Lead label_lead(std::string_view line) {
  const std::size_t begin = skip(line, 0, " \t#*_");
  const LabelWord* label = label_at(line.substr(begin));
  if (label == nullptr) return {};
  Lead lead;
  std::size_t at = skip(line, begin + label->word.size(), " \t#");
  const bool joined = at < line.size() && (line[at] == '-' || line[at] == '.') && !number_at(line, at + 1).empty();
  if (joined) ++at;
  lead.number = number_at(line, at);
  at += lead.number.size();
  const std::size_t blank = skip(line, at, " \t");
  std::size_t end = skip(line, blank, ":.)]*_");
  const bool letter = label->word.size() == 1;
  const std::string_view sign = line.substr(blank, end - blank);
  const bool colon = sign.find(':') != std::string_view::npos;
  bool signed_ = !sign.empty() && (!letter || colon || !lead.number.empty() || label->kind == LabelKind::question);
  if (!signed_)
    for (const std::string_view dash : {std::string_view("- "), std::string_view("– "), std::string_view("— "),
                                        std::string_view("："), std::string_view("→")})
      if (line.substr(blank).starts_with(dash)) {
        end = blank + dash.size();
        signed_ = !letter || !lead.number.empty() || label->kind == LabelKind::question || dash == "：";
      }
  if (!signed_ && joined && label->kind == LabelKind::question) signed_ = blank > at;  // "Q.7 What …"
  if (!signed_ && label->kind == LabelKind::answer && !letter) {
    end = sign_behind_words(line, blank);
    signed_ = end != std::string_view::npos;
    if (!signed_) end = blank;
  }
  if (end >= line.size()) {
    if (letter && !signed_) return {};
  } else if (!signed_) {
    return {};
  }
  lead.kind = label->kind;
  lead.size = static_cast<Offset>(skip(line, end, " \t:.-*_"));
  lead.alone = lead.size >= line.size();
  return lead;
}

}  // namespace

Lead lead_of(std::string_view line) {
  Lead lead = label_lead(line);
  if (lead.kind != LabelKind::none) return lead;
  lead = number_lead(line);
  if (lead.number.empty() || lead.alone) return lead;
  // "1. Q: What …", "2) Question: …"
  const Lead inner = label_lead(line.substr(lead.size));
  if (inner.kind != LabelKind::none) {
    lead.kind = inner.kind;
    lead.size += inner.size;
    lead.alone = inner.alone;
  }
  return lead;
}

bool is_boilerplate(std::string_view title) {
  std::string lower = folded(trimmed(title));
  while (!lower.empty() && (lower.back() == ':' || is_ascii_space(lower.back()))) lower.pop_back();
  while (!lower.empty() && !is_ascii_letter(lower.front()) && static_cast<unsigned char>(lower.front()) < 0x80)
    lower.erase(0, 1);
  for (const std::string_view name : {"table of contents",
                                      "contents",
                                      "toc",
                                      "contributing",
                                      "contribution",
                                      "contributions",
                                      "contributors",
                                      "license",
                                      "licence",
                                      "references",
                                      "reference",
                                      "resources",
                                      "further reading",
                                      "authors",
                                      "author",
                                      "credits",
                                      "acknowledgements",
                                      "acknowledgments",
                                      "disclaimer",
                                      "related topics",
                                      "see also",
                                      "links",
                                      "useful links",
                                      "preparation resources",
                                      "changelog",
                                      "how to contribute",
                                      "back to top",
                                      "code of conduct",
                                      "star history",
                                      "other resources",
                                      "additional resources",
                                      "more resources"})
    if (lower == name) return true;
  return lower.find("table of contents") != std::string::npos || lower.find("目录") != std::string::npos;
}

bool is_back_link(std::string_view line) {
  const std::string lower = folded(line.substr(0, whole_points(line, 120)));
  if (words_in(line) > 8) return false;
  for (const std::string_view name :
       {"back to top", "back to contents", "back to toc", "back to table", "go to top", "return to top", "⬆", "↥"})
    if (lower.find(name) != std::string::npos) return true;
  return false;
}

bool announces_answer(std::string_view title) {
  const Lead lead = lead_of(title);
  if (lead.kind == LabelKind::answer || lead.kind == LabelKind::explanation) return true;
  const std::string lower = folded(trimmed(title));
  if (words_in(title) > 6) return false;
  for (const std::string_view name :
       {"answer", "solution", "soluc", "solução", "lösung", "soluzione", "click to", "click here", "expand", "reveal",
        "spoiler", "antwort", "respuesta", "réponse", "ответ", "答案", "resposta", "see class", "see function"})
    if (lower.find(name) != std::string::npos) return true;
  return false;
}

}  // namespace quizlint
