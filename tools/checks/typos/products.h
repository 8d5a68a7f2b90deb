#pragma once

#include <string_view>
#include <vector>

#include "checks/check.h"
#include "checks/typos/prose.h"

namespace quizlint {

/// A product's name in a wrong form.
struct WrongName {
  std::uint32_t block = 0;
  Span chars;             ///< in the block's text
  std::string_view name;  ///< as it should be
  bool slip = false;      ///< letters are wrong, not only capitals
};

/// The wrong names of products in a bank, in the order of the file.
const std::vector<WrongName>& wrong_names(const BankContext& context);

}  // namespace quizlint
