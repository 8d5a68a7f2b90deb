#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "bank/bank.h"

namespace quizlint {

/// A link or image of a bank, in Markdown or HTML.
struct Link {
  std::uint32_t block = 0;
  Span chars;   ///< its text in the block; empty for an image, an HTML link begins there
  Span source;  ///< in the file, with its marks
  std::string target;
  Span target_span;  ///< the target in the file; empty where it stands elsewhere or is written otherwise
  bool image = false;
};

/// All links and images in the order of the file. Those of record formats are left out: where they lead is settled by
/// the program that shows the records.
std::vector<Link> links_of(const Bank& bank);

/// `target` with `%20` and the like decoded; what is no code stays.
std::string percent_decoded(std::string_view target);

}  // namespace quizlint
