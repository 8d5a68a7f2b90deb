#pragma once

#include <optional>

#include "checks/check.h"
#include "knowledge/pattern.h"

namespace quizlint {

/// Where a pattern's first group that took part (or the whole match) stands in a passage, and whether it is emphasised
/// there: in capitals, between marks of emphasis or quotes, or as code.
struct Phrase {
  Span source;
  std::string text;
  std::string match;  ///< the whole match
  bool emphasised = false;
};
/// The first match in prose of one slice of the passage after another.
std::optional<Phrase> find_phrase(const Bank& bank, const Passage& passage, const Pattern& pattern);

}  // namespace quizlint
