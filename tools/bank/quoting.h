#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "bank/block.h"

namespace quizlint {

/// `text` as a container writes it, for an edit inside a block's text. Nothing where it cannot be written there without
/// touching what stands around it: a quotation mark in a bare cell, for instance.
std::optional<std::string> quoted(std::string_view text, Quoting quoting);

}  // namespace quizlint
