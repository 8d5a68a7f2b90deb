#include "formats/no_bank.h"

namespace quizlint {

Bank no_bank(std::string_view path, std::string_view bytes) {
  Bank bank;
  bank.path = path;
  bank.source = bytes;
  bank.layout = "prose";
  bank.confidence = 1;
  Block block;
  block.kind = BlockKind::markup;
  block.span = {0, static_cast<Offset>(bytes.size())};
  if (!bytes.empty()) bank.blocks.push_back(std::move(block));
  return bank;
}

}  // namespace quizlint
