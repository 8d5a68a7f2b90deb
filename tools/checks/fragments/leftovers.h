#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "bank/bank.h"

namespace quizlint {

/// Marks that were meant for a program and show in a text.
struct Leftover {
  Span chars;
  std::string message;
  Span clutter = {};  ///< what can go without a trace, in the text; empty where that is not sure
};

/// Stars of an emphasis that was opened or closed alone, the brackets of a broken link, the marks of a template.
std::vector<Leftover> leftovers_in(const Text& text);

/// A merge conflict; `marker` is its first line.
struct Conflict {
  Span marker;
};
std::vector<Conflict> conflicts_in(const Bank& bank);

/// A tag of <details> or <summary> without its counterpart.
struct LooseTag {
  std::string_view name;
  bool closes = false;
  Span span;
};
std::vector<LooseTag> loose_tags_in(const Bank& bank);

}  // namespace quizlint
