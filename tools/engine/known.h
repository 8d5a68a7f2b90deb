#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "bank/digest.h"
#include "bank/finding.h"

namespace quizlint {

/// A fault by what it is, to be met again: in a baseline, or at an earlier revision.
struct KnownFault {
  std::string fingerprint;
  std::string check;
  std::string subject;      ///< the faulty text, in one line and shortened
  std::string stem;         ///< the question's, likewise; "" where it belongs to none
  std::string path;         ///< "" where it is not kept
  std::size_t count = 1;    ///< how often the fingerprint stands in the banks
  std::size_t askings = 0;  ///< how often its question stands there, with the fault or without; 0 where unknown
};

KnownFault known_fault(const Finding& finding, const Digest& bank);

/// How often each question stands in some banks, by its `question_mark`.
using QuestionCounts = std::unordered_map<std::uint32_t, std::size_t>;
void count_questions(const Digest& bank, QuestionCounts& counts);
/// Notes it at each fault of a question.
void count_askings(std::span<KnownFault> faults, const QuestionCounts& counts);

/// What there was before.
struct Past {
  std::vector<KnownFault> faults;
  QuestionCounts questions;
  bool has_questions = false;  ///< a baseline knows no questions
};

struct Sifted {
  std::vector<bool> known;       ///< one a fault that is there now
  std::vector<KnownFault> gone;  ///< what is no longer there, `count` times
};

/// Which faults were there before. Where a fingerprint was there n times, the first n are known, those at an old path
/// before others. A fault whose fingerprint is new is known all the same where its question, or a long faulty text, was
/// mended in another place: the old question is gone, with the same fault, and differs from the new one by at most a
/// fifth of its characters (edit distance).
Sifted sift(std::span<const KnownFault> now, const QuestionCounts& questions, const Past& past);

}  // namespace quizlint
