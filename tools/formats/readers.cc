#include "formats/reader.h"
#include "formats/text_reader.h"
#include "text/utf8.h"

namespace quizlint {
namespace {

constexpr std::string_view kTextExtensions[] = {".md", ".markdown", ".mdx", ".txt", ".mkd", ".mdown"};

constexpr Reader kReaders[] = {
    {"text", kTextExtensions, read_text},
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

Bank read_bank(std::string_view path, std::string_view bytes, const ReadOptions& options) {
  const Reader* reader = reader_for(path);
  return (reader == nullptr ? read_text : reader->read)(path, bytes, options);
}

}  // namespace quizlint
