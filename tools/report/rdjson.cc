#include <algorithm>
#include <map>

#include <nlohmann/json.hpp>

#include "report/json_text.h"
#include "report/reporter.h"

// Reviewdog's diagnostic format, https://github.com/reviewdog/reviewdog/tree/master/proto/rdf: columns count bytes.
namespace quizlint {
namespace {

using Json = nlohmann::ordered_json;

std::string_view severity_of(Severity severity) {
  static constexpr std::string_view kNames[] = {"INFO", "WARNING", "ERROR"};
  return kNames[static_cast<std::size_t>(severity)];
}

class Writer {
 public:
  explicit Writer(const Outcome& outcome) : outcome_(outcome) {}

  Json diagnostic(const Finding& finding) {
    Json made{{"message", finding.message},
              {"location", Json{{"path", finding.path}, {"range", range(finding.path, finding.span)}}},
              {"severity", severity_of(finding.severity)},
              {"code", Json{{"value", finding.check}}}};
    for (const Fix& fix : finding.fixes)
      if (fix.edits.size() == 1)
        made["suggestions"].push_back(
            Json{{"range", range(finding.path, fix.edits[0].span)}, {"text", fix.edits[0].text}});
    return made;
  }

 private:
  const LineIndex& lines(const std::string& path) {
    return lines_.try_emplace(path, *outcome_.sources.at(path)).first->second;
  }

  Json position(const std::string& path, Offset at) {
    const LineIndex& index = lines(path);
    if (index.count() == 0) return Json{{"line", 1}, {"column", 1}};
    const std::size_t line = index.line_of(at);
    return Json{{"line", line + 1}, {"column", at - index.full(line).begin + 1}};
  }

  Json range(const std::string& path, Span span) {
    return Json{{"start", position(path, span.begin)}, {"end", position(path, span.end)}};
  }

  const Outcome& outcome_;
  std::map<std::string, LineIndex> lines_;
};

std::string write(const ReportInput& input) {
  Writer writer(input.outcome);
  std::vector<std::string> diagnostics;
  for (const Finding& finding : input.outcome.findings) diagnostics.push_back(json_text(writer.diagnostic(finding)));
  return "{\"source\": {\"name\": \"quizlint\"}, \"diagnostics\": " + json_list(diagnostics) + "}\n";
}

}  // namespace

extern const Reporter kRdjson;
const Reporter kRdjson = {"rdjson", "reviewdog's diagnostic format", true, write};

}  // namespace quizlint
