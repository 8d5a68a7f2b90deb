#include <memory>

#include <nlohmann/json.hpp>

#include "catch.h"
#include "report/reporter.h"

using namespace quizlint;

namespace {

constexpr std::string_view kOpen = "<script type=\"application/json\" id=\"data\">";

std::string page(std::vector<Finding> findings, const std::string& bytes, const std::string& scope = "") {
  Outcome outcome;
  outcome.banks = {{"a.md", "qa-labels", "en", 2, 1}};
  outcome.findings = std::move(findings);
  outcome.sources["a.md"] = std::make_shared<const std::string>(bytes);
  return reporter_named("html")->write({outcome, {}, Style(), scope, {}});
}

Finding finding(Span span, std::string message) {
  Finding made;
  made.check = "typos/misspelling";
  made.path = "a.md";
  made.span = span;
  made.message = std::move(message);
  made.fingerprint = "0123456789abcdef";
  return made;
}

/// What stands in the page's data element.
nlohmann::json data_of(const std::string& html) {
  const std::size_t begin = html.find(kOpen) + kOpen.size();
  return nlohmann::json::parse(html.substr(begin, html.find("</script>", begin) - begin));
}

std::size_t count(const std::string& text, std::string_view what) {
  std::size_t times = 0;
  for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + 1)) ++times;
  return times;
}

}  // namespace

TEST_CASE("no text of a bank ends the data or begins markup in the page") {
  const std::string hostile = "a </script><script>alert(1)</script> <!-- b\n";
  const std::string html = page({finding({2, 11}, hostile)}, hostile, "'</script>'");
  CHECK(count(html, "</script>") == count(page({}, ""), "</script>"));
  CHECK(html.find("<!-- b") == std::string::npos);
  const auto found = data_of(html)["findings"][0];
  CHECK(found["m"] == hostile);
  CHECK(found["x"] == nlohmann::json({"a ", "</script>", "<script>alert(1)</script> <!-- b"}));
}

TEST_CASE("bytes that are no text and long lines are cut to fit a page") {
  const std::string bytes = std::string(1000, 'a') + "\xff\xfe" + std::string(1000, 'b');
  const auto shown = data_of(page({finding({1000, 1002}, "m")}, bytes))["findings"][0]["x"];
  CHECK(shown[0].get<std::string>().size() < 200);
  CHECK(shown[1] == "\xEF\xBF\xBD\xEF\xBF\xBD");
  CHECK(shown[2].get<std::string>().size() < 200);
}

TEST_CASE("unknown words are counted and not told one by one") {
  const std::string bytes = "frobnicate frobnicate gnu\n";
  std::vector<Finding> findings;
  for (const Span span : {Span{0, 10}, Span{11, 21}, Span{22, 25}}) {
    findings.push_back(finding(span, "no dictionary knows it"));
    findings.back().check = "typos/unknown-word";
    findings.back().severity = Severity::info;
    findings.back().subject = std::string(slice(bytes, span));
  }
  const std::string html = page(findings, bytes);
  CHECK(html.find("1 bank, 2 questions, 1 answered: nothing to mend") != std::string::npos);
  const auto data = data_of(html);
  CHECK(data["findings"].empty());
  CHECK(data["words"][0]["word"] == "frobnicate");
  CHECK(data["words"][0]["count"] == 2);
  CHECK(data["words"][1]["places"] == nlohmann::json({"a.md:1"}));
}

TEST_CASE("the page asks the network for nothing") {
  const std::string html = page({}, "");
  CHECK(html.find("default-src 'none'") != std::string::npos);
  CHECK(html.find(" src=") == std::string::npos);
  CHECK(html.find("url(") == std::string::npos);
  CHECK(html.find("innerHTML") == std::string::npos);
}
