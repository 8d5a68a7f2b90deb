#pragma once

#include <span>
#include <string_view>

#include "formats/records/names.h"

namespace quizlint::records {

/// A name of a field, its words in lower case.
struct KnownName {
  std::string_view words;
  double fit;  ///< how surely a field of that name plays the role, from 0 to 1
};

/// The names by which published question sets and quiz programs call a role; translations are in rules/labels.
std::span<const KnownName> known_names(Role role);

}  // namespace quizlint::records
