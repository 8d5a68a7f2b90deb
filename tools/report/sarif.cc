#include <algorithm>
#include <cctype>
#include <set>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "engine/version.h"
#include "report/json_text.h"
#include "report/reporter.h"

// SARIF 2.1.0, https://docs.oasis-open.org/sarif/sarif/v2.1.0/. A column counts code points, as ours do.
namespace quizlint {
namespace {

using Json = nlohmann::ordered_json;

std::string_view level_of(Severity severity) {
  return severity == Severity::info ? "note" : name_of(severity);
}

/// A path as a URI (RFC 3986).
std::string uri_of(std::string_view path) {
  std::string uri = path.starts_with('/') ? "file://" : "";
  for (const char c : path) {
    const bool plain =
        std::isalnum(static_cast<unsigned char>(c)) != 0 || std::string_view("-._~/").find(c) != std::string_view::npos;
    uri += plain ? std::string(1, c) : fmt::format("%{:02X}", static_cast<unsigned char>(c));
  }
  return uri;
}

Json artifact(std::string_view path) {
  Json location{{"uri", uri_of(path)}};
  if (!path.starts_with('/')) location["uriBaseId"] = "%SRCROOT%";
  return location;
}

Json bytes_of(Span span) {
  return Json{{"byteOffset", span.begin}, {"byteLength", span.size()}};
}

Json place(std::string_view path, Span span, Position begin, Position end) {
  Json region{
      {"startLine", begin.line}, {"startColumn", begin.column}, {"endLine", end.line}, {"endColumn", end.column}};
  region.update(bytes_of(span));
  return Json{{"artifactLocation", artifact(path)}, {"region", std::move(region)}};
}

Json rule_of(const CheckInfo& check) {
  std::string help(check.why);
  if (!check.bad.empty()) help += fmt::format("\n\nFound:\n\n```\n{}\n```", check.bad);
  if (!check.good.empty()) help += fmt::format("\n\nGood:\n\n```\n{}\n```", check.good);
  Json rule{{"id", check.id}, {"shortDescription", Json{{"text", check.summary}}}};
  if (!check.why.empty()) rule["fullDescription"] = Json{{"text", check.why}};
  if (!help.empty()) rule["help"] = Json{{"text", help}, {"markdown", help}};
  rule["defaultConfiguration"] = Json{{"level", level_of(check.severity)}, {"enabled", check.on_by_default}};
  rule["properties"] = Json{{"tags", Json::array({group_of(check.id)})}};
  return rule;
}

Json fix_of(const Finding& finding, const Fix& fix) {
  Json replacements = Json::array();
  for (const Edit& edit : fix.edits)
    replacements.push_back(
        Json{{"deletedRegion", bytes_of(edit.span)}, {"insertedContent", Json{{"text", edit.text}}}});
  Json change{{"artifactLocation", artifact(finding.path)}, {"replacements", std::move(replacements)}};
  return Json{{"description", Json{{"text", fix.title}}}, {"artifactChanges", Json::array({std::move(change)})}};
}

/// The checks that found something, in the order of the catalog.
std::vector<const CheckInfo*> checks_with_findings(const ReportInput& input) {
  std::set<std::string_view> found;
  for (const Finding& finding : input.outcome.findings) found.insert(finding.check);
  std::vector<const CheckInfo*> checks;
  for (const CheckInfo& check : input.catalog.checks)
    if (found.contains(check.id)) checks.push_back(&check);
  return checks;
}

Json result_of(const Finding& finding, const std::vector<const CheckInfo*>& checks) {
  Json result{{"ruleId", finding.check}};
  const auto rule = std::ranges::find(checks, finding.check, &CheckInfo::id);
  if (rule != checks.end()) result["ruleIndex"] = rule - checks.begin();
  result["level"] = level_of(finding.severity);
  result["message"] = Json{{"text", finding.message}};
  result["locations"] =
      Json::array({Json{{"physicalLocation", place(finding.path, finding.span, finding.begin, finding.end)}}});
  for (const Related& related : finding.related)
    result["relatedLocations"].push_back(
        Json{{"physicalLocation", place(related.path, related.span, related.begin, related.end)},
             {"message", Json{{"text", related.message}}}});
  result["partialFingerprints"] = Json{{"quizlint/v1", finding.fingerprint}};
  for (const Fix& fix : finding.fixes)
    if (!fix.edits.empty()) result["fixes"].push_back(fix_of(finding, fix));
  return result;
}

Json invocation_of(const Outcome& outcome) {
  Json invocation{{"executionSuccessful", outcome.errors.empty()}};
  for (const Error& error : outcome.errors)
    invocation["toolExecutionNotifications"].push_back(
        Json{{"level", "error"},
             {"message", Json{{"text", (error.path.empty() ? "" : error.path + ": ") + error.message}}}});
  return invocation;
}

std::string write(const ReportInput& input) {
  std::vector<std::string> rules;
  const std::vector<const CheckInfo*> checks = checks_with_findings(input);
  for (const CheckInfo* check : checks) rules.push_back(json_text(rule_of(*check)));
  std::string out = fmt::format(
      R"({{"$schema": "https://json.schemastore.org/sarif-2.1.0.json", "version": "2.1.0", "runs": [{{
 "tool": {{"driver": {{"name": "quizlint", "version": {}, "rules": {}}}}},
 "invocations": [{}],
 "columnKind": "unicodeCodePoints",
 "results": )",
      json_text(Json(version())), json_list(rules), json_text(invocation_of(input.outcome)));
  JsonList results(out);
  for (const Finding& finding : input.outcome.findings) {
    results.add(json_text(result_of(finding, checks)));
    pass_on(input, out);
  }
  results.close();
  return out + "}]}\n";
}

}  // namespace

extern const Reporter kSarif;
const Reporter kSarif = {"sarif", "SARIF 2.1.0, for code scanning", false, write};

}  // namespace quizlint
