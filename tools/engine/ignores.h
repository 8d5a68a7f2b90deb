#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "bank/bank.h"
#include "bank/finding.h"
#include "engine/catalog.h"

namespace quizlint {

/// A check or group that an ignore comment names; where it names none, one that stands for all.
struct IgnoredName {
  std::string name;  ///< "" stands for every check
  Span span;         ///< where it stands, as do `begin` and `end`
  Position begin;
  Position end;
  bool used = false;
};

/// A comment in a bank that silences findings.
struct IgnoreComment {
  Span span;                   ///< the comment with its signs
  Span removal;                ///< what goes where the comment is taken away: its line, if it stands alone there
  Span covers;                 ///< the bytes in which it silences
  std::uint32_t question = 0;  ///< the question that it covers, 1-based; 0 for a range
  std::vector<IgnoredName> names;
};

/// What the comments of a bank ask for, in the order of the file, and what is wrong with them.
struct Ignores {
  std::vector<IgnoreComment> comments;
  std::vector<Finding> faults;
};

/// Finds `quizlint-ignore`, `quizlint-disable` … `quizlint-enable` and `quizlint-ignore-file` in comments of the form
/// that the file's format has. Code holds no comments of ours.
Ignores read_ignores(const Bank& bank, const LineIndex& lines, const Catalog& catalog);

/// Whether a comment silences `check` at this place of the comments' file; marks the comments that do as used.
bool silences(Ignores& ignores, std::string_view check, std::uint32_t question, Span span);

/// A finding for each name that silenced nothing, though its check ran; with a fix that takes the comment away.
/// `ran` tells by place in the catalog.
std::vector<Finding> unused_ignores(const Ignores& ignores, const Catalog& catalog, const std::vector<bool>& ran);

}  // namespace quizlint
