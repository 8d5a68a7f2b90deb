#include "formats/records/names.h"

#include <algorithm>
#include <span>

#include "knowledge/knowledge.h"
#include "text/text.h"
#include "text/utf8.h"

namespace quizlint::records {
namespace {

struct Known {
  std::string_view words;
  double fit;
};

// Names as published question sets and quiz programs use them; their translations are in rules/labels.
constexpr Known kStem[] = {{"utterance", 0.8},
                           {"soru", 0.9},
                           {"domanda", 0.9},
                           {"pytanie", 0.9},
                           {"vraag", 0.9},
                           {"title text", 0.4},
                           {"question title", 0.9},
                           {"question description", 0.8},
                           {"question en", 0.9},
                           {"input question", 0.9},
                           {"question", 1},
                           {"stem", 1},
                           {"question text", 1},
                           {"question stem", 1},
                           {"q", 0.95},
                           {"problem", 0.95},
                           {"prompt", 0.9},
                           {"query", 0.9},
                           {"problem statement", 0.95},
                           {"question body", 0.95},
                           {"question content", 0.95},
                           {"riddle", 0.9},
                           {"exercise", 0.8},
                           {"task", 0.7},
                           {"clue", 0.8},
                           {"ask", 0.7},
                           {"input", 0.6},
                           {"goal", 0.6},
                           {"instruction", 0.65},
                           {"sentence", 0.55},
                           {"statement", 0.6},
                           {"front", 0.7},
                           {"text", 0.4},
                           {"title", 0.4},
                           {"name", 0.3},
                           {"ctx", 0.5},
                           {"content", 0.35},
                           {"body", 0.3},
                           {"input text", 0.6},
                           {"claim", 0.4},
                           {"term", 0.4},
                           {"scenario", 0.4},
                           {"description", 0.25},
                           {"heading", 0.3},
                           {"wording", 0.6},
                           {"enunciado", 0.9},
                           {"qtext", 0.9},
                           {"premise", 0.45},
                           {"énoncé", 0.9},
                           {"enonce", 0.9}};
constexpr Known kContext[] = {
    {"context", 1},   {"passage", 1},    {"article", 0.9},  {"story", 0.9},    {"paragraph", 0.9}, {"background", 0.9},
    {"body", 0.8},    {"document", 0.8}, {"support", 0.7},  {"reading", 0.7},  {"premise", 0.6},   {"text", 0.45},
    {"input", 0.4},   {"dialogue", 0.7}, {"stimulus", 0.9}, {"abstract", 0.5}, {"snippet", 0.5},   {"source text", 0.8},
    {"excerpt", 0.7}, {"contexts", 0.9}, {"contexto", 1},   {"contexte", 1},   {"kontext", 1},     {"texto", 0.5}};
constexpr Known kChoices[] = {{"antworten", 0.8},
                              {"antwortmöglichkeiten", 1},
                              {"risposte", 0.8},
                              {"respuestas", 0.8},
                              {"respostas", 0.8},
                              {"réponses", 0.8},
                              {"reponses", 0.8},
                              {"ответы", 0.8},
                              {"secenekler", 0.9},
                              {"siklar", 0.9},
                              {"opcoes", 0.9},
                              {"odpowiedzi", 0.8},
                              {"antwoorden", 0.8},
                              {"antwort", 0.6},
                              {"respuesta", 0.6},
                              {"réponse", 0.6},
                              {"reponse", 0.6},
                              {"resposta", 0.6},
                              {"risposta", 0.6},
                              {"mcq options", 1},
                              {"choices", 1},
                              {"options", 1},
                              {"option", 1},
                              {"choice", 1},
                              {"alternatives", 1},
                              {"alternative", 1},
                              {"candidates", 0.8},
                              {"endings", 0.9},
                              {"ending", 0.9},
                              {"answers", 0.8},
                              {"answer", 0.6},
                              {"ans", 0.6},
                              {"responses", 0.6},
                              {"variants", 0.8},
                              {"variant", 0.8},
                              {"answer options", 1},
                              {"answer choices", 1},
                              {"possible answers", 1},
                              {"proposals", 0.7},
                              {"propositions", 0.9},
                              {"target scores", 0.8},
                              {"mc1 targets", 0.8},
                              {"mc2 targets", 0.7},
                              {"opts", 0.9},
                              {"op", 0.9},
                              {"opt", 0.9},
                              {"sol", 0.85},
                              {"solution", 0.5},
                              {"hypothesis", 0.6},
                              {"items", 0.3},
                              {"selections", 0.8},
                              {"o", 0.5}};
constexpr Known kIncorrect[] = {{"incorrect answers", 1},
                                {"incorrect answer", 1},
                                {"incorrect", 1},
                                {"wrong answers", 1},
                                {"wrong answer", 1},
                                {"wrong", 1},
                                {"distractors", 1},
                                {"distractor", 1},
                                {"incorrect options", 1},
                                {"wrong options", 1},
                                {"false answers", 1},
                                {"incorrect choices", 1},
                                {"wrong choices", 1},
                                {"bad answers", 1},
                                {"incorrect option", 1},
                                {"other answers", 0.6},
                                {"fake", 1},
                                {"fake answer", 1},
                                {"decoy", 1},
                                {"foil", 1},
                                {"falsch", 0.9},
                                {"falso", 0.9},
                                {"lure", 0.8},
                                {"distraktor", 1},
                                {"distractor answers", 1},
                                {"false answer", 1},
                                {"wrong option", 1}};
constexpr Known kKey[] = {{"correcta", 0.9},
                          {"correcto", 0.9},
                          {"correto", 0.9},
                          {"correta", 0.9},
                          {"corretta", 0.9},
                          {"corretto", 0.9},
                          {"richtige antwort", 1},
                          {"lösung", 0.8},
                          {"loesung", 0.8},
                          {"dogru cevap", 1},
                          {"doğru cevap", 1},
                          {"bonne reponse", 1},
                          {"reponse correcte", 1},
                          {"正确答案", 1},
                          {"答案", 0.9},
                          {"正解", 0.9},
                          {"정답", 0.9},
                          {"correct choice id", 1},
                          {"correct answer id", 1},
                          {"gold label", 0.9},
                          {"solution index", 0.9},
                          {"right choice", 1},
                          {"true answer", 0.9},
                          {"actual answer", 0.8},
                          {"one hot", 0.6},
                          {"ra", 0.7},
                          {"ok", 0.7},
                          {"richtig", 0.9},
                          {"best", 0.6},
                          {"answer key", 1},
                          {"correct", 1},
                          {"correct answer", 1},
                          {"correct answers", 1},
                          {"answer idx", 1},
                          {"answer index", 1},
                          {"correct index", 1},
                          {"correct option", 1},
                          {"correct choice", 1},
                          {"right answer", 1},
                          {"answer", 0.95},
                          {"key", 0.8},
                          {"label", 0.75},
                          {"gold", 0.85},
                          {"cop", 0.9},
                          {"target", 0.8},
                          {"solution", 0.75},
                          {"answers", 0.8},
                          {"ans", 0.9},
                          {"answer letter", 1},
                          {"correct letter", 1},
                          {"gold index", 0.9},
                          {"correct option id", 1},
                          {"right", 0.9},
                          {"ground truth", 0.9},
                          {"final answer", 0.9},
                          {"correct response", 1},
                          {"right option", 1},
                          {"answer label", 0.95},
                          {"correct options", 1},
                          {"correct choices", 1},
                          {"a", 0.7},
                          {"solutions", 0.7},
                          {"correct idx", 1},
                          {"right index", 1},
                          {"answer id", 0.9},
                          {"correct answer index", 1},
                          {"answer number", 0.9},
                          {"c", 0.4},
                          {"valid", 0.5}};
constexpr Known kAnswer[] = {{"target value", 0.8},
                             {"input text", 0.8},
                             {"lösung", 0.9},
                             {"loesung", 0.9},
                             {"cevap", 0.9},
                             {"risposte", 0.9},
                             {"respuestas", 0.9},
                             {"antworten", 0.9},
                             {"answer", 1},
                             {"correct answer", 1},
                             {"answers", 0.95},
                             {"solution", 0.9},
                             {"response", 0.85},
                             {"reply", 0.9},
                             {"target", 0.8},
                             {"best answer", 1},
                             {"gold answer", 0.95},
                             {"reference answer", 0.95},
                             {"a", 0.9},
                             {"output", 0.7},
                             {"completion", 0.7},
                             {"back", 0.7},
                             {"label", 0.5},
                             {"ans", 0.95},
                             {"canonical solution", 0.9},
                             {"expected answer", 0.95},
                             {"expected", 0.5},
                             {"final answer", 0.95},
                             {"ground truth", 0.9},
                             {"gold", 0.7},
                             {"ideal", 0.7},
                             {"accepted answer", 1},
                             {"right answer", 1},
                             {"sample answer", 0.95},
                             {"model answer", 0.95},
                             {"solutions", 0.8},
                             {"definition", 0.5},
                             {"answer text", 1},
                             {"short answer", 0.9},
                             {"long answer", 0.9},
                             {"code", 0.45},
                             {"result", 0.4},
                             {"correct", 0.6},
                             {"key", 0.4},
                             {"rationale", 0.2},
                             {"explanation", 0.2}};
constexpr Known kExplanation[] = {
    {"explanation", 1}, {"explanations", 1},  {"rationale", 1},          {"reason", 0.7},
    {"reasoning", 0.8}, {"exp", 0.9},         {"feedback", 0.8},         {"justification", 0.9},
    {"solution", 0.7},  {"cot content", 0.6}, {"general feedback", 0.8}, {"hint", 0.3},
    {"explain", 0.9},   {"comment", 0.4},     {"answer explanation", 1}, {"details", 0.4}};
constexpr Known kCategory[] = {{"category", 1},      {"topic", 0.9},       {"subject", 0.9},       {"section", 0.9},
                               {"chapter", 0.9},     {"theme", 0.9},       {"domain", 0.7},        {"area", 0.6},
                               {"unit", 0.6},        {"module", 0.6},      {"subject name", 0.95}, {"topic name", 0.7},
                               {"category id", 0.8}, {"subcategory", 0.5}, {"category name", 1},   {"group", 0.5},
                               {"field", 0.4},       {"subtopic", 0.5},    {"categoria", 0.9},     {"thema", 0.9},
                               {"tema", 0.9},        {"kategorie", 0.9},   {"catégorie", 0.9},     {"deck", 0.8}};
constexpr Known kId[] = {{"id", 1},           {"qid", 1},          {"uid", 0.9},      {"guid", 0.9},
                         {"uuid", 0.9},       {"question id", 1},  {"task id", 0.95}, {"item id", 0.9},
                         {"id string", 0.9},  {"idx", 0.5},        {"index", 0.4},    {"realidx", 0.5},
                         {"example id", 0.9}, {"problem id", 0.9}, {"number", 0.3}};
constexpr Known kLanguage[] = {{"lang", 1}, {"language", 1}, {"locale", 0.8}};
constexpr Known kUnanswerable[] = {{"is impossible", 1}, {"unanswerable", 1}, {"impossible", 0.9}, {"no answer", 0.8}};
constexpr Known kLabel[] = {{"label", 1},        {"id", 0.8},    {"key", 0.9},   {"letter", 1}, {"option", 0.5},
                            {"identifier", 0.9}, {"index", 0.6}, {"value", 0.4}, {"name", 0.3}, {"number", 0.5}};
constexpr Known kChoiceText[] = {{"text", 1},        {"choice", 0.95},     {"option", 0.95},   {"answer", 0.95},
                                 {"content", 0.9},   {"body", 0.9},        {"value", 0.8},     {"title", 0.8},
                                 {"label", 0.5},     {"name", 0.5},        {"statement", 0.8}, {"option text", 1},
                                 {"answer text", 1}, {"description", 0.6}, {"atext", .9},      {"inhalt", .8},
                                 {"texto", 1},       {"texte", 1},         {"testo", 1}};
constexpr Known kMark[] = {
    {"richtig", 1},           {"ist richtig", 1}, {"correcta", 1},   {"correcto", 1},   {"correto", 1},
    {"correta", 1},           {"corretto", 1},    {"corretta", 1},   {"juste", 0.9},    {"vrai", 0.8},
    {"weight", 0.5},          {"grade", 0.5},     {"points", 0.5},   {"pts", 0.5},      {"percent", 0.5},
    {"is answer correct", 1}, {"ok", 0.8},        {"truth", 0.8},    {"true", 0.9},     {"is solution", 1},
    {"es correcta", 1},       {"dogru", 0.9},     {"верно", 1},      {"правильный", 1}, {"is correct answer", 1},
    {"isright", 1},           {"correct", 1},     {"is correct", 1}, {"right", 1},      {"is right", 1},
    {"is answer", 1},         {"valid", 0.8},     {"is true", 0.8},  {"answer", 0.5},   {"score", 0.5},
    {"fraction", 0.5},        {"isanswer", 1},    {"iscorrect", 1}};

std::span<const Known> known(Role role) {
  switch (role) {
    case Role::stem: return kStem;
    case Role::context: return kContext;
    case Role::choices: return kChoices;
    case Role::incorrect: return kIncorrect;
    case Role::key: return kKey;
    case Role::answer: return kAnswer;
    case Role::explanation: return kExplanation;
    case Role::category: return kCategory;
    case Role::id: return kId;
    case Role::language: return kLanguage;
    case Role::unanswerable: return kUnanswerable;
    case Role::label: return kLabel;
    case Role::choice_text: return kChoiceText;
    case Role::mark: return kMark;
  }
  return {};
}

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
  for (const Known& entry : known(role)) {
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
  for (const Known& entry : known(role))
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
