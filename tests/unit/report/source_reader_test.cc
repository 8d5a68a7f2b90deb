#include "report/source_reader.h"

#include <filesystem>
#include <memory>

#include <fmt/format.h>
#include <unistd.h>

#include "catch.h"
#include "report/reporter.h"
#include "support/files.h"

using namespace quizlint;

namespace {

const std::string kBytes = "What is TCP?\n\nWhat is a wrod?\r\nlast\n";

/// A file held in memory, and the same one on disk that is too large for it.
struct Twins {
  Twins()
      : path((std::filesystem::temp_directory_path() / fmt::format("quizlint-source-reader-{}.csv", ::getpid()))
                 .string()) {
    test::write_file(path, kBytes);
    outcome.sources["held.csv"] = std::make_shared<const std::string>(kBytes);
    outcome.large["large.csv"] = path;
  }
  ~Twins() { std::filesystem::remove(path); }

  std::string path;
  Outcome outcome;
};

}  // namespace

TEST_CASE("parts of a file are the same whether it is held or not") {
  const Twins sources;
  SourceReader reader(sources.outcome);
  for (const std::string path : {"held.csv", "large.csv"}) {
    CHECK(reader.read(path, {8, 12}) == "TCP?");
    CHECK(reader.read(path, {30, 900}) == "\nlast\n");
    CHECK(reader.read(path, {900, 901}).empty());
    for (Offset at = 0; at <= kBytes.size(); ++at) {
      const LineIndex lines(kBytes);
      const auto place = reader.place(path, at);
      CHECK(place.line == lines.line_of(at) + 1);
      CHECK(place.column == at - lines.full(lines.line_of(at)).begin + 1);
    }
  }
  CHECK(reader.read("none.csv", {0, 4}).empty());
  CHECK(reader.place("none.csv", 0).line == 1);
}

TEST_CASE("of a large file only the lines of a span are read") {
  const Twins sources;
  SourceReader reader(sources.outcome);
  const SourceReader::Lines lines = reader.lines("large.csv", {16, 20});
  CHECK(lines.bytes == "What is a wrod?\r\n");
  CHECK(lines.at == 14);
  CHECK(lines.first == 2);
  CHECK(reader.lines("large.csv", {31, 36}).bytes == "last\n");
  CHECK(reader.lines("large.csv", {0, 20}).bytes == kBytes.substr(0, 31));
}

TEST_CASE("reports show the same excerpts of a large file") {
  const Twins sources;
  const auto report = [&](const std::string& format, const std::string& path) {
    Outcome outcome = sources.outcome;
    outcome.banks = {{path, "csv", "en", 2, 1}};
    Finding made;
    made.check = "typos/misspelling";
    made.path = path;
    made.span = {24, 28};
    made.begin = {3, 11};
    made.end = {3, 15};
    outcome.findings = {made};
    std::string text = reporter_named(format)->write({outcome, {}, Style(), {}, {}, {}});
    for (std::size_t at = text.find(path); at != std::string::npos; at = text.find(path))
      text.replace(at, path.size(), "");
    return text;
  };
  CHECK(report("full", "large.csv").find("3 | What is a wrod?") != std::string::npos);
  for (const std::string format : {"full", "rdjson", "html"})
    CHECK(report(format, "large.csv") == report(format, "held.csv"));
}

TEST_CASE("a report that is passed on in parts is the same") {
  Outcome outcome;
  outcome.banks = {{"a.csv", "csv", "en", 2, 1}};
  Finding made;
  made.check = "typos/misspelling";
  made.path = "a.csv";
  made.message = std::string(1000, 'x');
  outcome.findings.assign(3000, made);
  const Catalog catalog;
  for (const Reporter* reporter : reporters()) {
    ReportInput input{outcome, catalog, Style(), {}, {}, {}};
    const std::string whole = reporter->write(input);
    std::string parts;
    std::size_t count = 0;
    input.pass_on = [&](std::string_view part) { parts += part, ++count; };
    parts += reporter->write(input);
    CHECK(parts == whole);
    const std::string_view name = reporter->name;
    CHECK((count > 0 || name == "full" || name == "html" || name == "rdjson" || whole.size() < 2U << 20));
  }
}
