#include "formats/reader.h"

namespace quizlint {

std::span<const Reader> readers() { return {}; }

const Reader* reader_for(std::string_view) { return nullptr; }

Bank read_bank(std::string_view path, std::string_view bytes, const ReadOptions&) {
  Bank bank;
  bank.path = path;
  bank.source = bytes;
  bank.layout = "prose";
  return bank;
}

}  // namespace quizlint
