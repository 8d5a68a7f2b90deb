#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

#include "bank/finding.h"

namespace quizlint {

/// A text after some fixes, and how many took part.
struct Edited {
  std::string bytes;
  std::size_t fixes = 0;
};

/// The fix of a finding that may be applied: the first that is safe, or with `unsafe_too` the first that is no mere
/// suggestion; null where there is none.
const Fix* applicable_fix(const Finding& finding, bool unsafe_too);

/// Applies to the bytes of one file the fixes of its findings, in their order. The edits of a fix apply all or none:
/// one that touches what an earlier fix changed waits for the next round, and one that does not fit the bytes is left
/// out.
Edited apply_fixes(std::string_view bytes, std::span<const Finding> findings, bool unsafe_too);

}  // namespace quizlint
