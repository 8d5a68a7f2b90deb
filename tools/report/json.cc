#include <nlohmann/json.hpp>

#include "engine/version.h"
#include "report/json_text.h"
#include "report/reporter.h"
#include "report/tally.h"

namespace quizlint {
namespace {

using Json = nlohmann::ordered_json;

void add_related(std::string& to, const Finding& finding) {
  to += '[';
  for (const Related& related : finding.related) {
    if (&related != &finding.related.front()) to += ',';
    JsonObject object(to);
    object.add("path", related.path);
    object.add("line", related.begin.line);
    object.add("column", related.begin.column);
    object.add("message", related.message);
    object.close();
  }
  to += ']';
}

Json fixes_json(const Finding& finding) {
  Json list = Json::array();
  for (const Fix& fix : finding.fixes) {
    Json edits = Json::array();
    for (const Edit& edit : fix.edits)
      edits.push_back(Json{{"begin", edit.span.begin}, {"end", edit.span.end}, {"text", edit.text}});
    list.push_back(Json{{"title", fix.title}, {"safety", name_of(fix.safety)}, {"edits", std::move(edits)}});
  }
  return list;
}

void add_finding(std::string& to, const Finding& finding) {
  JsonObject object(to);
  object.add("check", finding.check);
  object.add("severity", name_of(finding.severity));
  object.add("path", finding.path);
  object.add("line", finding.begin.line);
  object.add("column", finding.begin.column);
  object.add("end_line", finding.end.line);
  object.add("end_column", finding.end.column);
  object.add("begin", finding.span.begin);
  object.add("end", finding.span.end);
  object.begin("question");
  to += finding.question == 0 ? "null" : std::to_string(finding.question);
  object.add("message", finding.message);
  object.begin("related");
  add_related(to, finding);
  object.begin("fixes");
  to += finding.fixes.empty() ? "[]" : json_text(fixes_json(finding));
  object.add("fingerprint", finding.fingerprint);
  object.close();
}

std::string bank_json(const BankSummary& bank) {
  return json_text(Json{{"path", bank.path},
                        {"layout", bank.layout},
                        {"language", bank.language.empty() ? Json() : Json(bank.language)},
                        {"questions", bank.questions},
                        {"answered", bank.answered}});
}

std::string summary_json(const Outcome& outcome) {
  const Tally tally = tally_of(outcome);
  Json summary = {{"banks", tally.banks},
                  {"questions", tally.questions},
                  {"answered", tally.answered},
                  {"error", tally.of(Severity::error)},
                  {"warning", tally.of(Severity::warning)},
                  {"info", tally.of(Severity::info)},
                  {"fixable", tally.fixable}};
  if (outcome.known > 0) summary["known"] = outcome.known;
  if (!outcome.stale.empty()) summary["stale"] = outcome.stale.size();
  return json_text(summary);
}

std::string write_json(const ReportInput& input) {
  std::vector<std::string> banks;
  for (const BankSummary& bank : input.outcome.banks) banks.push_back(bank_json(bank));
  std::string out = "{\"schema\": 1, \"version\": " + json_text(Json(version())) +
                    ",\n \"summary\": " + summary_json(input.outcome) + ",\n \"banks\": " + json_list(banks) +
                    ",\n \"findings\": ";
  JsonList findings(out);
  for (const Finding& finding : input.outcome.findings) {
    findings.begin();
    add_finding(out, finding);
    pass_on(input, out);
  }
  findings.close();
  return out + "}\n";
}

std::string write_jsonl(const ReportInput& input) {
  std::string out;
  for (const Finding& finding : input.outcome.findings) {
    add_finding(out, finding);
    out += '\n';
    pass_on(input, out);
  }
  return out;
}

}  // namespace

extern const Reporter kJson, kJsonl;
const Reporter kJson = {"json", "all that is known, as one JSON object", false, write_json};
const Reporter kJsonl = {"jsonl", "one JSON object a finding, one a line", false, write_jsonl};

}  // namespace quizlint
