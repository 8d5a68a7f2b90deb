#include <cmath>

#include <nlohmann/json.hpp>

#include "report/json_text.h"
#include "report/parse.h"
#include "text/lines.h"

namespace quizlint {
namespace {

using Json = nlohmann::ordered_json;

Json text_or_null(const std::string& text) {
  return text.empty() ? Json() : Json(text);
}

std::string_view name_of(QuestionKind kind) {
  static constexpr std::string_view kNames[] = {"open",    "single-choice", "multiple-choice", "true-false",
                                                "numeric", "ordering",      "matching"};
  return kNames[static_cast<std::size_t>(kind)];
}

/// The lines that a span touches: first and last, from 1.
std::pair<Offset, Offset> lines_of(const LineIndex& lines, Span span) {
  const Offset last = span.empty() ? span.end : span.end - 1;
  return {lines.position(span.begin).line, lines.position(last).line};
}

Json choices_json(const Bank& bank, const Question& question) {
  Json list = Json::array();
  for (const Choice& choice : question.choices)
    list.push_back(Json{{"text", plain(bank, choice.text)}, {"correct", choice.correct}});
  return list;
}

/// The answer as text; where there is none, the keys as they are written.
std::string answer_text(const Bank& bank, const Question& question) {
  std::string answer = plain(bank, question.answer);
  if (!answer.empty()) return answer;
  for (const std::string& key : question.keys) answer += (answer.empty() ? "" : "\n") + key;
  return answer;
}

std::string question_json(const Bank& bank, const LineIndex& lines, std::size_t i) {
  const Question& question = bank.questions[i];
  const auto [line, end_line] = lines_of(lines, question.span);
  const bool has_section = question.section >= 0;
  return json_text(
      Json{{"index", i + 1},
           {"id", text_or_null(question.id)},
           {"number", text_or_null(question.number)},
           {"section", has_section ? Json(bank.sections[static_cast<std::size_t>(question.section)].title) : Json()},
           {"line", line},
           {"end_line", end_line},
           {"layout", question.part < bank.parts.size() ? bank.parts[question.part].layout : bank.layout},
           {"language", text_or_null(question.language)},
           {"kind", name_of(question.kind)},
           {"question", plain(bank, question.stem)},
           {"answer", answer_text(bank, question)},
           {"choices", choices_json(bank, question)},
           {"explanation", text_or_null(plain(bank, question.explanation))}});
}

Json parts_json(const Bank& bank, const LineIndex& lines) {
  Json list = Json::array();
  for (const Part& part : bank.parts) {
    const auto [line, end_line] = lines_of(lines, part.span);
    list.push_back(Json{{"layout", part.layout}, {"line", line}, {"end_line", end_line}});
  }
  return list;
}

Json map_json(const Bank& bank) {
  if (!bank.map) return nullptr;
  Json map = Json::object();
  for (const auto& [part, field] : *bank.map) map[part] = field;
  return map;
}

std::string stray_json(const Bank& bank, const LineIndex& lines, const Slice& slice) {
  const auto [line, end_line] = lines_of(lines, source_of(bank, slice));
  return json_text(Json{{"line", line}, {"end_line", end_line}, {"text", trimmed(chars_of(bank, slice))}});
}

}  // namespace

std::string parse_json(const Bank& bank) {
  const LineIndex lines(bank.source);
  std::vector<std::string> questions, stray;
  for (std::size_t i = 0; i < bank.questions.size(); ++i) questions.push_back(question_json(bank, lines, i));
  for (const Slice& slice : bank.stray) stray.push_back(stray_json(bank, lines, slice));
  const std::string head = json_text(Json{{"path", bank.path},
                                          {"layout", bank.layout},
                                          {"confidence", std::round(bank.confidence * 1000) / 1000},
                                          {"language", text_or_null(bank.language)},
                                          {"map", map_json(bank)},
                                          {"parts", parts_json(bank, lines)}});
  return head.substr(0, head.size() - 1) + ",\n \"questions\": " + json_list(questions) +
         ",\n \"stray\": " + json_list(stray) + "}";
}

std::string parse_json_document(const std::vector<std::string>& banks) {
  return "{\"schema\": 1, \"banks\": " + json_list(banks) + "}\n";
}

}  // namespace quizlint
