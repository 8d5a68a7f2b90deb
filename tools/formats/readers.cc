#include "formats/reader.h"
#include "formats/records/records.h"
#include "formats/text_reader.h"
#include "text/utf8.h"

namespace quizlint {
namespace {

constexpr std::string_view kTextExtensions[] = {".md", ".markdown", ".mdx", ".txt", ".mkd", ".mdown"};

constexpr std::string_view kJsonExtensions[] = {".json"};
constexpr std::string_view kJsonLinesExtensions[] = {".jsonl", ".ndjson"};

constexpr Reader kReaders[] = {
    {"text", kTextExtensions, read_text},
    {"json", kJsonExtensions, read_json},
    {"jsonl", kJsonLinesExtensions, read_json_lines, read_json_lines_in_chunks},
};

}  // namespace

std::span<const Reader> readers() {
  return kReaders;
}

const Reader* reader_for(std::string_view path) {
  const std::string lower = ascii_lower(path.substr(path.find_last_of('/') + 1));
  for (const Reader& reader : kReaders)
    for (const std::string_view extension : reader.extensions)
      if (lower.ends_with(extension)) return &reader;
  return nullptr;
}

const Reader& reader_of(std::string_view path, const ReadOptions& options) {
  for (const Reader& reader : kReaders)
    if (reader.name == options.layout) return reader;
  const Reader* reader = reader_for(path);
  return reader == nullptr ? kReaders[0] : *reader;
}

Bank read_bank(std::string_view path, std::string_view bytes, const ReadOptions& options) {
  return reader_of(path, options).read(path, bytes, options);
}

void read_in_chunks(std::string_view path, std::string_view bytes, const ReadOptions& options, const BankSink& take) {
  const Reader& reader = reader_of(path, options);
  if (reader.read_in_chunks != nullptr) return reader.read_in_chunks(path, bytes, options, take);
  take(reader.read(path, bytes, options));
}

}  // namespace quizlint
