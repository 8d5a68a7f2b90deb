#pragma once

#include <string>

#include "bank/digest.h"
#include "bank/finding.h"

namespace quizlint {

/// Names a fault by what it is and not by where it stands: a hash (XXH3, 64 bits, as 16 hexadecimal digits) of the
/// check, the question's stem and the faulty text, without regard to case, blanks and line ends.
std::string fingerprint(const Finding& finding, const Digest& bank);

/// Case-folded, with every run of white space as one blank.
std::string normalised(std::string_view text);

}  // namespace quizlint
