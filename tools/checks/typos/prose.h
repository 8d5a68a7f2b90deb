#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "checks/check.h"

namespace quizlint {

/// A word of prose where it stands.
struct ProseWord {
  Span chars;                  ///< in the text of its block
  std::string_view text;       ///< as it stands there
  std::string lower;           ///< in lower case, with ' for every apostrophe
  bool known = false;          ///< plainly a word of English or of the field
  bool judged = true;          ///< false: a name of something, not prose (a flag, a path, a call, a placeholder)
  bool in_code = false;        ///< in a line that looks like code
  bool opens = false;          ///< first of a sentence, a list item or a cell: its capital tells nothing
  bool quoted = false;         ///< directly behind a quotation mark
  std::uint32_t in_line = 99;  ///< how many words its line of a paragraph has
  bool joined = false;         ///< a part of a word with hyphens
};

/// The prose of a block.
struct ProseBlock {
  std::uint32_t block = 0;
  std::string language;     ///< ISO 639-1; "" where neither the block nor the bank shows one
  bool title_case = false;  ///< most of its words begin with a capital
  std::vector<ProseWord> words;
};

/// The prose of a bank in the order of the file: headings, summaries, paragraphs, tables and fields. Code, formulae,
/// addresses and tags are no prose. The bank must outlive what is returned.
const std::vector<ProseBlock>& prose_blocks(const BankContext& context);

}  // namespace quizlint
