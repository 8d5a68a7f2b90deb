#pragma once

#include <string>
#include <vector>

#include "text/lines.h"
#include "text/span.h"

namespace quizlint {

struct Bank;

/// What a question leaves behind once its bank is dropped: enough for run checks to compare and to point at it.
struct QuestionDigest {
  std::uint32_t index = 0;  ///< 1-based in its bank
  Span stem_span;           ///< in the file, as are `begin` and `end`
  Position begin;
  Position end;
  Span span;           ///< the whole question, for a fix that removes it
  std::string stem;    ///< plain text of its prose, code left out
  std::string rest;    ///< code, images and sorted choices: what must be equal for the questions to be
  std::string answer;  ///< the key or a short answer (at most 200 bytes), to find contradictions
  std::string language;
};

/// What a bank leaves behind for the run checks.
struct Digest {
  std::string path;
  std::string layout;
  std::vector<QuestionDigest> questions;
};

Digest digest_of(const Bank& bank, const LineIndex& lines);

}  // namespace quizlint
