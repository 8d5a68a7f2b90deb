#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "bank/digest.h"
#include "bank/finding.h"

namespace quizlint {

/// Names a fault by what it is and not by where it stands, as 16 hexadecimal digits. The first 8 are the
/// `question_mark` of its question, the last 8 a hash of the check, the question and the faulty text. Case, blanks and
/// line ends do not count. What is found between copies of a question is named by the copies alone, so that it does not
/// matter which of them stands first.
std::string fingerprint(const Finding& finding, const Digest& bank);

/// A hash of a question's stem and of what stands beside it.
std::uint32_t question_mark(const Digest& bank, const QuestionDigest& question);
/// That part of a fingerprint.
std::uint32_t question_mark(std::string_view fingerprint);

/// Whether a check compares questions: its findings are named by the copies.
bool compares_questions(std::string_view check);

/// Case-folded, with every run of white space as one blank.
std::string normalised(std::string_view text);

}  // namespace quizlint
