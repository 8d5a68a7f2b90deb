// Turns a folder of rules into a C++ file of constant tables. Run by the build: compile-rules RULES OUTPUT.cc

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>

#include <fmt/format.h>

#include "knowledge/loader.h"

namespace quizlint {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kHead = R"(// Made by compile-rules from rules/; do not edit.
#include "knowledge/knowledge.h"

namespace quizlint {
namespace {

using namespace std::literals;

)";

constexpr std::string_view kTail = R"(
}  // namespace

const Tables& builtin_tables() { return kTables; }

}  // namespace quizlint
)";

std::string content_of(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

/// Vocabularies have tables of their own.
bool is_vocabulary(const std::string& name) {
  return name.starts_with("vocabular");
}

std::vector<RuleFile> files_in(const fs::path& folder) {
  std::vector<RuleFile> files;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    const std::string name = fs::relative(entry.path(), folder).generic_string();
    if (entry.is_regular_file() && !is_vocabulary(name))
      files.push_back({entry.path().string(), name, content_of(entry.path())});
  }
  std::ranges::sort(files, {}, &RuleFile::name);
  return files;
}

/// A string literal. Three octal digits end an escape, whatever follows.
std::string literal(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\') {
      out += std::string{'\\', c};
    } else if (byte < 0x20 || byte >= 0x7F) {
      char escape[5];
      std::snprintf(escape, sizeof escape, "\\%03o", byte);
      out += escape;
    } else {
      out += c;
    }
  }
  return out + "\"sv";
}

/// The C++ file as it grows: tables come before the tables that name them.
struct Writer {
  std::string out{kHead};
  int tables = 0;

  /// Declares a table of a type and gives its name, or `{}` where it is empty.
  std::string table(const std::string& type, const std::vector<std::string>& rows) {
    if (rows.empty()) return "{}";
    const std::string name = "kTable" + std::to_string(tables++);
    out += type + " " + name + "[] = {\n";
    for (const std::string& row : rows) out += "    " + row + ",\n";
    out += "};\n";
    return name;
  }

  std::string texts(std::span<const std::string_view> values) {
    std::vector<std::string> rows;
    for (const std::string_view value : values) rows.push_back(literal(value));
    return table("constexpr std::string_view", rows);
  }

  std::string pattern(const Pattern& value) {
    if (value.empty()) return "Pattern()";
    return fmt::format("Pattern({}, {})", literal(value.expression()), literal(value.literals()));
  }

  std::string row(const RulePattern& it) {
    static constexpr std::string_view kWholes[] = {"no", "paragraph", "passage"};
    const std::string fix = it.fix ? fmt::format("std::optional({})", literal(*it.fix)) : "std::nullopt";
    return fmt::format(
        "{{.name = {}, .pattern = {}, .unless = {}, .message = {}, .fix = {}, .safety = Safety::{}, "
        ".whole = Whole::{}, .except = {}, .hits = {}, .misses = {}}}",
        literal(it.name), pattern(it.pattern), pattern(it.unless), literal(it.message), fix, name_of(it.safety),
        kWholes[static_cast<std::size_t>(it.whole)], texts(it.except), texts(it.hits), texts(it.misses));
  }

  std::string places(std::span<const Place> values) {
    static constexpr std::string_view kNames[] = {"question", "answer", "choice", "explanation", "any"};
    std::vector<std::string> rows;
    for (const Place place : values) rows.push_back(fmt::format("Place::{}", kNames[static_cast<std::size_t>(place)]));
    return table("constexpr Place", rows);
  }

  std::string row(const Rule& it) {
    std::vector<std::string> rows;
    for (const RulePattern& each : it.patterns) rows.push_back(row(each));
    const std::string patterns = table("constinit const RulePattern", rows);
    return fmt::format(
        "{{.id = {}, .severity = Severity::{}, .on_by_default = {}, .in = {}, .max_words = {}, "
        ".language = {}, .summary = {}, .explain = {}, .bad = {}, .good = {}, .patterns = {}, "
        ".hits = {}, .misses = {}}}",
        literal(it.id), name_of(it.severity), it.on_by_default, places(it.in), it.max_words, literal(it.language),
        literal(it.summary), literal(it.explain), literal(it.bad), literal(it.good), patterns, texts(it.hits),
        texts(it.misses));
  }

  std::string row(const WordList& it) { return fmt::format("{{{}, {}}}", literal(it.name), texts(it.words)); }

  template <typename T>
  std::string all(const std::string& type, std::span<const T> values) {
    std::vector<std::string> rows;
    for (const T& value : values) rows.push_back(row(value));
    return table(type, rows);
  }
};

std::string compiled(const Tables& tables) {
  Writer writer;
  const std::string rules = writer.all("constinit const Rule", tables.rules);
  const std::string lists = writer.all("constexpr WordList", tables.lists);
  return fmt::format("{}constinit const Tables kTables{{{}, {}}};\n{}", writer.out, rules, lists, kTail);
}

int run(const fs::path& folder, const fs::path& output) {
  Arena arena;
  std::vector<RuleError> errors;
  const Tables tables = load_rules(files_in(folder), arena, errors);
  for (const RuleError& error : errors)
    std::fprintf(stderr, "%s:%u:%u: %s\n", error.path.c_str(), error.at.line, error.at.column, error.message.c_str());
  if (!errors.empty()) return 1;
  std::ofstream(output, std::ios::binary) << compiled(tables);
  return 0;
}

}  // namespace
}  // namespace quizlint

int main(int argc, char** argv) {
  if (argc != 3) {
    std::fputs("usage: compile-rules RULES OUTPUT.cc\n", stderr);
    return 2;
  }
  return quizlint::run(argv[1], argv[2]);
}
