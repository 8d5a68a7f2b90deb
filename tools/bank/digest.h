#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "text/lines.h"
#include "text/span.h"

namespace quizlint {

struct Bank;

/// What a question leaves behind once its bank is dropped: enough for run checks to compare and to point at it. A
/// million of them must fit, so texts stand in the Digest and are named by spans.
struct QuestionDigest {
  std::uint32_t index = 0;  ///< 1-based in its bank
  Span stem_span;           ///< in the file, as are `begin` and `end`
  Position begin;
  Position end;
  Span span;                          ///< the whole question, for a fix that removes it
  Span stem;                          ///< in Digest::text: its prose, code and formulae in it between backticks
  Span key;                           ///< in Digest::text: the key or a short answer (at most 200 bytes), else empty
  Span choices;                       ///< in Digest::hashes: the choices' identities, sorted
  Span keys;                          ///< in Digest::hashes: those of the choices that are correct, sorted
  std::uint64_t rest = 0;             ///< hash of code, tables, images, context beside the stem; 0 where there are none
  std::uint64_t answer = 0;           ///< hash of the whole answer; 0 where there is none
  std::uint32_t number = 0;           ///< as counted in the file; 0 where there is none or it is no plain number
  std::uint32_t right = 0;            ///< bit i: the choice i is correct
  std::array<char, 2> language = {};  ///< ISO 639-1; zeros where unknown
};

/// What a bank leaves behind for the run checks.
struct Digest {
  std::string path;
  std::string layout;
  std::vector<QuestionDigest> questions;
  std::string text;
  std::vector<std::uint64_t> hashes;
  bool reference = false;  ///< only compared with: its questions come first and get no finding (`--against`)

  std::string_view stem(const QuestionDigest& question) const { return slice(text, question.stem); }
  std::string_view key(const QuestionDigest& question) const { return slice(text, question.key); }
};

Digest digest_of(const Bank& bank, const LineIndex& lines);

}  // namespace quizlint
