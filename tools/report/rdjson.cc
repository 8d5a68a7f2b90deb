#include <nlohmann/json.hpp>

#include "report/json_text.h"
#include "report/reporter.h"
#include "report/source_reader.h"

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
  explicit Writer(const Outcome& outcome) : sources_(outcome) {}

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
  Json position(const std::string& path, Offset at) {
    const SourceReader::Place place = sources_.place(path, at);
    return Json{{"line", place.line}, {"column", place.column}};
  }

  Json range(const std::string& path, Span span) {
    return Json{{"start", position(path, span.begin)}, {"end", position(path, span.end)}};
  }

  SourceReader sources_;
};

std::string write(const ReportInput& input) {
  Writer writer(input.outcome);
  std::string out = "{\"source\": {\"name\": \"quizlint\"}, \"diagnostics\": ";
  JsonList diagnostics(out);
  for (const Finding& finding : input.outcome.findings) {
    diagnostics.add(json_text(writer.diagnostic(finding)));
    pass_on(input, out);
  }
  diagnostics.close();
  return out + "}\n";
}

}  // namespace

extern const Reporter kRdjson;
const Reporter kRdjson = {"rdjson", "reviewdog's diagnostic format", true, write};

}  // namespace quizlint
