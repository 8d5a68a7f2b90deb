#pragma once

#include "bank/bank.h"

namespace quizlint::exams {

/// Lays out the blocks of a bank, in the order of the file, so that they tile it: texts where the reader finds them,
/// and markup between them.
class Tiles {
 public:
  explicit Tiles(Bank& bank) : bank_(bank) {}

  /// Adds the blocks of a text that stands in `span`, which lies behind all that were added before. Text with signs of
  /// Markdown or HTML is read as such, unless it is `plain`.
  Passage add(Text text, Span span, Quoting quoting, bool plain = false);
  /// Adds markup up to `end`.
  void fill(Offset end);

 private:
  Bank& bank_;
  Offset at_ = 0;
};

}  // namespace quizlint::exams
