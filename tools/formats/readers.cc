#include "formats/exams/gift.h"
#include "formats/exams/moodle_xml.h"
#include "formats/legacy.h"
#include "formats/no_bank.h"
#include "formats/opentrivia.h"
#include "formats/reader.h"
#include "formats/records/records.h"
#include "formats/text_reader.h"
#include "text/utf8.h"

namespace quizlint {
namespace {

constexpr std::string_view kTextExtensions[] = {".md", ".markdown", ".mdx", ".txt", ".mkd", ".mdown"};

constexpr std::string_view kJsonExtensions[] = {".json"};
constexpr std::string_view kJsonLinesExtensions[] = {".jsonl", ".ndjson"};

constexpr std::string_view kYamlExtensions[] = {".yaml", ".yml"};
constexpr std::string_view kCsvExtensions[] = {".csv"};
constexpr std::string_view kTsvExtensions[] = {".tsv", ".tab"};

constexpr std::string_view kGiftExtensions[] = {".gift"};
constexpr std::string_view kXmlExtensions[] = {".xml"};

/// Text; or GIFT, or cards with a tab between question and answer, as programs export them.
Bank read_text_or_export(std::string_view path, std::string_view bytes, const ReadOptions& options) {
  if (path.ends_with(".txt") && options.layout.empty()) {
    Bank bank;
    if (is_table_of_tabs(bytes)) bank = read_tsv(path, bytes, options);
    if (bank.questions.empty() && is_gift(bytes)) bank = read_gift(path, bytes, options);
    if (!bank.questions.empty()) return bank;
  }
  return read_text(path, bytes, options);
}

constexpr Reader kReaders[] = {
    {"text", kTextExtensions, read_text_or_export},
    {"json", kJsonExtensions, read_json},
    {"jsonl", kJsonLinesExtensions, read_json_lines, learn_json_lines},
    {"yaml", kYamlExtensions, read_yaml},
    {"csv", kCsvExtensions, read_csv, learn_csv},
    {"tsv", kTsvExtensions, read_tsv, learn_tsv},
    {"gift", kGiftExtensions, read_gift},
    {"moodle-xml", kXmlExtensions, read_moodle_xml},
    {"opentrivia", {}, read_open_trivia},
};

/// Reads files whose name tells nothing.
constexpr const Reader& kNameless = kReaders[std::size(kReaders) - 1];

}  // namespace

std::span<const Reader> readers() {
  return kReaders;
}

const Reader* reader_for(std::string_view path) {
  const std::string lower = ascii_lower(path.substr(path.find_last_of('/') + 1));
  if (lower.find('.') == std::string::npos) return &kNameless;
  for (const Reader& reader : kReaders)
    for (const std::string_view extension : reader.extensions)
      if (lower.ends_with(extension)) return &reader;
  return nullptr;
}

namespace {

const Reader& reader_of(std::string_view path, const ReadOptions& options) {
  for (const Reader& reader : kReaders)
    if (reader.name == options.layout) return reader;
  const Reader* reader = reader_for(path);
  return reader == nullptr ? kNameless : *reader;
}

}  // namespace

Bank read_bank(std::string_view path, std::string_view bytes, const ReadOptions& options) {
  if (is_binary(bytes)) return no_bank(path, bytes);
  const Reader& reader = reader_of(path, options);
  const auto file = transcoded(bytes);
  if (!file) return reader.read(path, bytes, options);
  Bank bank = reader.read(path, file->chars(), options);
  relocate(bank, *file, bytes);
  return bank;
}

PortionReader portion_reader(std::string_view path, std::string_view first, const ReadOptions& options) {
  const Reader& reader = reader_of(path, options);
  return reader.learn == nullptr || is_binary(first) ? nullptr : reader.learn(path, first, options);
}

}  // namespace quizlint
